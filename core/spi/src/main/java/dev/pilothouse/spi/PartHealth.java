package dev.pilothouse.spi;

import java.util.Optional;

/// How one part of this process is.
///
/// @param waitsFor what it waits for, in words; empty when it is up
public record PartHealth(String name, Optional<String> waitsFor) {
  public static PartHealth up(String name) {
    return new PartHealth(name, Optional.empty());
  }

  public static PartHealth waiting(String name, String reason) {
    return new PartHealth(name, Optional.of(reason));
  }

  public boolean isUp() {
    return waitsFor.isEmpty();
  }
}
