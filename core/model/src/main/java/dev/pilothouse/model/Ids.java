package dev.pilothouse.model;

import java.util.Optional;
import java.util.UUID;

/// Ids as people and programs type them: what is none is "not found" and not a failure.
final class Ids {
  private Ids() {}

  static Optional<UUID> parse(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
