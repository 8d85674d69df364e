package dev.pilothouse.contracts;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key that payloads are encrypted with, and the former ones that old histories still need.
public final class EncryptionKeys {
  private static final int KEY_BYTES = 32;

  private final String currentId;
  private final Map<String, SecretKey> byId;

  private EncryptionKeys(String currentId, Map<String, SecretKey> byId) {
    this.currentId = currentId;
    this.byId = byId;
  }

  /// @param current base64 of 32 bytes
  /// @param former keys used before, newest first, in the same form
  public static EncryptionKeys of(String current, List<String> former) {
    Map<String, SecretKey> keys = new LinkedHashMap<>();
    List<String> all = new ArrayList<>(List.of(current));
    all.addAll(former);
    for (String text : all) {
      byte[] bytes = decoded(text);
      keys.put(idOf(bytes), new SecretKeySpec(bytes, "AES"));
    }
    return new EncryptionKeys(idOf(decoded(current)), keys);
  }

  String currentId() {
    return currentId;
  }

  Optional<SecretKey> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  private static byte[] decoded(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException notBase64) {
      throw new IllegalArgumentException("expected base64 text", notBase64);
    }
    if (bytes.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "expected base64 of 32 bytes, but found " + bytes.length + " bytes");
    }
    return bytes;
  }

  /// Names a key without telling anything of it: the start of its hash.
  private static String idOf(byte[] key) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(key);
      return HexFormat.of().formatHex(hash, 0, 8);
    } catch (GeneralSecurityException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
