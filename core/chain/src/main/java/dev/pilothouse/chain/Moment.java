package dev.pilothouse.chain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Points in time as text: RFC 3339, with `Z` or an offset.
final class Moment {
  private Moment() {}

  static Optional<Instant> parse(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException noMoment) {
      return Optional.empty();
    }
  }
}
