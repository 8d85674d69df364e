package dev.pilothouse.model;

import java.util.UUID;

public record PersonId(UUID value) {
  public static PersonId next() {
    return new PersonId(TimeOrderedId.next());
  }
}
