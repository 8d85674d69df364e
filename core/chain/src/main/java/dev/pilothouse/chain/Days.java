package dev.pilothouse.chain;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/// Times as events bring them: JSON has none, so most are texts.
final class Days {
  static final String EXPECTED =
      "a time such as '2026-11-20T10:00:00Z' or a date such as '2026-11-20'";

  private static final int A_DATE = "2026-11-20".length();

  private Days() {}

  static boolean isOne(String text) {
    return moment(text, Zones.UTC).isPresent();
  }

  static boolean isTimeOfDay(String text) {
    return timeOfDay(text).isPresent();
  }

  static Optional<LocalTime> timeOfDay(String text) {
    return tried(() -> LocalTime.parse(text));
  }

  /// A text without a zone is meant in this one, and a date without a time is its first moment.
  static Optional<Instant> moment(Object value, ZoneId zone) {
    return switch (value) {
      case Instant time -> Optional.of(time);
      case String text -> moment(text, zone);
      default -> Optional.empty();
    };
  }

  // By length, since trying each form in turn is slow where loops do it.
  private static Optional<Instant> moment(String text, ZoneId zone) {
    if (text.length() == A_DATE) {
      return date(text).map(day -> day.atStartOfDay(zone).toInstant());
    }
    return Moment.parse(text)
        .or(() -> tried(() -> LocalDateTime.parse(text).atZone(zone).toInstant()));
  }

  static Optional<LocalDate> date(String text) {
    return tried(() -> LocalDate.parse(text));
  }

  private interface Parsing<T> {
    T parse();
  }

  private static <T> Optional<T> tried(Parsing<T> parsing) {
    try {
      return Optional.of(parsing.parse());
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }
}
