package dev.pilothouse.chain;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Hashes, and names made from them.
final class Hashes {
  /// Under which names are, where no other is said. Made once and never changed: ids that were
  /// given away must stay the same.
  private static final UUID OURS = UUID.fromString("6f1d6c1e-7d0b-4f5e-9d5a-3c0d9a5b7e21");

  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int VERSION_5 = 0x5000;
  private static final int SHORT = 16;

  /// Without letters that look like others.
  private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";

  private Hashes() {}

  static byte[] sha256(byte[] text) {
    return digest("SHA-256", text);
  }

  static byte[] hmacSha256(byte[] text, byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has it", missing);
    }
  }

  static String crc32(byte[] text) {
    CRC32 crc = new CRC32();
    crc.update(text);
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }

  static String uuid(byte[] name) {
    return uuid(OURS, name);
  }

  static Optional<String> uuid(String namespace, byte[] name) {
    return UUID_FORM.matcher(namespace).matches()
        ? Optional.of(uuid(UUID.fromString(namespace), name))
        : Optional.empty();
  }

  /// RFC 9562, section 5.5.
  private static String uuid(UUID namespace, byte[] name) {
    ByteBuffer both = ByteBuffer.allocate(16 + name.length);
    both.putLong(namespace.getMostSignificantBits());
    both.putLong(namespace.getLeastSignificantBits());
    both.put(name);
    ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", both.array()));
    long most = (hash.getLong() & ~0xF000L) | VERSION_5;
    long least = (hash.getLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(most, least).toString();
  }

  static String shortId(byte[] name) {
    byte[] hash = sha256(name);
    return IntStream.range(0, SHORT)
        .mapToObj(at -> String.valueOf(ALPHABET.charAt(hash[at] & 31)))
        .collect(Collectors.joining());
  }

  private static byte[] digest(String algorithm, byte[] text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text);
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java has it", missing);
    }
  }
}
