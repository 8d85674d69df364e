package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Journal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/// Which entries of the journal are asked for, as it stands in the address. Spring fills it by
/// name; what was not given is null.
///
/// @param type exact, or a beginning followed by `*`
/// @param from recorded at or after
/// @param until recorded before
record EventFilter(
    @Nullable String type,
    @Nullable String subject,
    @Nullable String source,
    @Nullable String from,
    @Nullable String until) {

  Journal.Filter read() {
    return new Journal.Filter(
        text(type), text(subject), text(source), time("from", from), time("until", until));
  }

  private static String text(@Nullable String given) {
    return Optional.ofNullable(given).orElse("");
  }

  private static Optional<Instant> time(String name, @Nullable String given) {
    String text = text(given);
    return text.isEmpty() ? Optional.empty() : Optional.of(parsed(name, text));
  }

  private static Instant parsed(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected '"
              + name
              + "' as a time like 2026-11-20T09:58:00Z, but found '"
              + text
              + "'. A plus sign is written %2B in an address.");
    }
  }
}
