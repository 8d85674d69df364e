package dev.pilothouse.model;

/// The SHA-256 of a random secret of 256 bits, in hex: all that is ever stored of a key or a
/// session. Enough for what cannot be guessed; passwords, which can, are kept as argon2id.
public record SecretHash(String hex) {
  public static SecretHash of(String secret) {
    return new SecretHash(Hashes.sha256(secret));
  }
}
