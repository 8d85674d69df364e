package dev.pilothouse.model;

/// The content hash of a published definition: the same text is the same version.
public record VersionId(String hash) {
  public static VersionId of(Json definition) {
    return new VersionId(Hashes.sha256(definition.text()));
  }
}
