package dev.pilothouse.contracts;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.temporal.api.common.v1.Payload;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.payload.codec.PayloadCodecException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Encrypts every payload before it leaves for Temporal (AES-256-GCM), so that its database, its
/// page and its backups hold nothing a tenant would mind. The key's id stands beside the bytes:
/// after a change of keys old histories are still read.
///
/// A text by itself stays as it is: all that we hand over is objects, so it is a summary of
/// Temporal's page, which is there to be read and says no more than the names of automations.
public final class EncryptingCodec implements PayloadCodec {
  private static final String ENCODING = "binary/encrypted";
  private static final String PLAIN = "json/plain";
  private static final String KEY_ID = "encryption-key-id";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final EncryptionKeys keys;
  private final SecureRandom random = new SecureRandom();

  public EncryptingCodec(EncryptionKeys keys) {
    this.keys = keys;
  }

  @Override
  public List<Payload> encode(List<Payload> payloads) {
    return payloads.stream()
        .map(payload -> isText(payload) ? payload : encrypted(payload))
        .toList();
  }

  @Override
  public List<Payload> decode(List<Payload> payloads) {
    return payloads.stream().map(this::decrypted).toList();
  }

  private static boolean isText(Payload payload) {
    return PLAIN.equals(metadata(payload, "encoding"))
        && !payload.getData().isEmpty()
        && payload.getData().byteAt(0) == '"';
  }

  private Payload encrypted(Payload plain) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] secret =
        cipher(Cipher.ENCRYPT_MODE, keys.currentId(), nonce, ByteBuffer.wrap(plain.toByteArray()));
    return Payload.newBuilder()
        .putMetadata("encoding", ByteString.copyFromUtf8(ENCODING))
        .putMetadata(KEY_ID, ByteString.copyFromUtf8(keys.currentId()))
        .setData(ByteString.copyFrom(nonce).concat(ByteString.copyFrom(secret)))
        .build();
  }

  /// What was written before encryption, or by someone else's client, passes through unchanged.
  private Payload decrypted(Payload payload) {
    if (!ENCODING.equals(metadata(payload, "encoding"))) {
      return payload;
    }
    ByteBuffer bytes = payload.getData().asReadOnlyByteBuffer();
    byte[] nonce = new byte[NONCE_BYTES];
    bytes.get(nonce);
    try {
      return Payload.parseFrom(
          cipher(Cipher.DECRYPT_MODE, metadata(payload, KEY_ID), nonce, bytes));
    } catch (InvalidProtocolBufferException damaged) {
      throw new PayloadCodecException(damaged);
    }
  }

  private byte[] cipher(int mode, String keyId, byte[] nonce, ByteBuffer input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key(keyId), new GCMParameterSpec(TAG_BITS, nonce));
      ByteBuffer output = ByteBuffer.allocate(cipher.getOutputSize(input.remaining()));
      cipher.doFinal(input, output);
      return output.array();
    } catch (GeneralSecurityException refused) {
      throw new PayloadCodecException(refused);
    }
  }

  private SecretKey key(String id) {
    return keys.find(id)
        .orElseThrow(() ->
            new PayloadCodecException(
                "This payload was encrypted with the key '"
                    + id
                    + "', which this process does not have. Add the former key to"
                    + " 'encryption.former-keys'."));
  }

  private static String metadata(Payload payload, String name) {
    return payload.getMetadataOrDefault(name, ByteString.EMPTY).toStringUtf8();
  }
}
