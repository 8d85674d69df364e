package dev.pilothouse.builderapi;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// A moment as it stands in an address.
final class TimeText {
  private TimeText() {}

  /// @param name of the parameter
  static Optional<Instant> optional(String name, @Nullable String given) {
    return Optional.ofNullable(given).filter(text -> !text.isEmpty()).map(it -> parsed(name, it));
  }

  private static Instant parsed(String name, String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      if (time.getYear() >= 1 && time.getYear() <= 9999) {
        return time.toInstant();
      }
    } catch (DateTimeParseException notATime) {
      throw bad(name, text);
    }
    throw bad(name, text);
  }

  private static RefusedException bad(String name, String text) {
    return RefusedException.because(
        HttpStatus.BAD_REQUEST,
        "Expected '"
            + name
            + "' as a time like 2026-11-20T09:58:00Z, but found '"
            + text
            + "'. A plus sign is written %2B in an address.");
  }
}
