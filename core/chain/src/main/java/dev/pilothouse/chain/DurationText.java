package dev.pilothouse.chain;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Durations as people write them: `90s`, `1h30m`, `3d`, `500ms`, or `PT2H`.
public final class DurationText {
  static final String EXAMPLES = "'90s', '2h', '1h30m', '3d' or 'PT2H'";

  private static final Pattern PARTS =
      Pattern.compile(
          "(?=.)(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?(?:(\\d{1,9})ms)?");

  private DurationText() {}

  static Optional<Duration> parse(String text) {
    return text.startsWith("P") ? iso(text) : parts(text);
  }

  /// In seconds, as CEL itself writes a duration.
  static String of(Duration time) {
    BigDecimal seconds =
        BigDecimal.valueOf(time.getSeconds()).add(BigDecimal.valueOf(time.getNano(), 9));
    return (seconds.signum() == 0 ? "0" : seconds.stripTrailingZeros().toPlainString()) + "s";
  }

  /// As people would write it: `10m` and not `600s`.
  public static String readable(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0) {
      return time.toMillis() + "ms";
    }
    return part(time.toDays(), "d")
        + part(time.toHoursPart(), "h")
        + part(time.toMinutesPart(), "m")
        + part(time.toSecondsPart(), "s");
  }

  private static String part(long count, String unit) {
    return count == 0 ? "" : count + unit;
  }

  private static Optional<Duration> iso(String text) {
    try {
      return Optional.of(Duration.parse(text));
    } catch (DateTimeException notIso) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> parts(String text) {
    Matcher parts = PARTS.matcher(text);
    return parts.matches()
        ? Optional.of(
            Duration.ofDays(part(parts, 1))
                .plusHours(part(parts, 2))
                .plusMinutes(part(parts, 3))
                .plusSeconds(part(parts, 4))
                .plusMillis(part(parts, 5)))
        : Optional.empty();
  }

  private static long part(Matcher parts, int group) {
    return Optional.ofNullable(parts.group(group)).map(Long::parseLong).orElse(0L);
  }
}
