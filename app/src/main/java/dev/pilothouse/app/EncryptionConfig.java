package dev.pilothouse.app;

import dev.pilothouse.contracts.EncryptionKeys;
import java.util.List;

/// Settings of the encryption of what Temporal keeps.
///
/// @param key base64 of 32 random bytes; the same in every process
/// @param formerKeys keys used before, newest first, for as long as histories written with them
///   exist
public record EncryptionConfig(String key, List<String> formerKeys) {
  public EncryptionConfig {
    formerKeys = List.copyOf(formerKeys);
    if (!key.isEmpty()) {
      var _ = EncryptionKeys.of(key, formerKeys);
    }
  }

  public static EncryptionConfig defaults() {
    return new EncryptionConfig("", List.of());
  }

  EncryptionKeys keys() {
    return EncryptionKeys.of(key, formerKeys);
  }
}
