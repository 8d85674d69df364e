package dev.pilothouse.actions.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/// How long the other side asks to be left alone: seconds, or a date.
final class RetryAfter {
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

  private RetryAfter() {}

  static Optional<Duration> read(String header) {
    return SECONDS.matcher(header).matches()
        ? Optional.of(Duration.ofSeconds(Integer.parseInt(header)))
        : untilDate(header);
  }

  private static Optional<Duration> untilDate(String header) {
    try {
      Instant date = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
      Duration left = Duration.between(Instant.now(), date);
      return Optional.of(left.isNegative() ? Duration.ZERO : left);
    } catch (DateTimeException neither) {
      return Optional.empty();
    }
  }
}
