package dev.pilothouse.model;

import java.util.UUID;

/// Names a program's key.
public record KeyId(UUID value) {
  public static KeyId next() {
    return new KeyId(TimeOrderedId.next());
  }
}
