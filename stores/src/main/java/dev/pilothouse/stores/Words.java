package dev.pilothouse.stores;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as sentences name them.
final class Words {
  private Words() {}

  /// To the second.
  static String time(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// As definitions write it: `1h30m`, `2d`, `500ms`.
  static String duration(Duration time) {
    StringBuilder text = new StringBuilder();
    add(text, time.toDays(), "d");
    add(text, time.toHoursPart(), "h");
    add(text, time.toMinutesPart(), "m");
    add(text, time.toSecondsPart(), "s");
    add(text, time.toMillisPart(), "ms");
    return text.isEmpty() ? "0s" : text.toString();
  }

  private static void add(StringBuilder text, long count, String unit) {
    if (count > 0) {
      text.append(count).append(unit);
    }
  }
}
