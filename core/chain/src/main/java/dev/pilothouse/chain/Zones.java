package dev.pilothouse.chain;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/// Zones of time by name, never the one of the machine.
final class Zones {
  static final ZoneId UTC = ZoneOffset.UTC;
  static final String EXPECTED = "a zone such as 'Europe/Berlin', 'UTC' or '+01:00'";

  private Zones() {}

  static boolean isOne(String name) {
    return of(name).isPresent();
  }

  static Optional<ZoneId> of(String name) {
    try {
      return Optional.of(ZoneId.of(name));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }
}
