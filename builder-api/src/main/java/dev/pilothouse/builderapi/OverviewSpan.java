package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Overview.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/// How far an overview looks back, and in which stretches it counts. These begin where clocks on
/// the wall have a mark, so that a bar stays what it is while time goes on.
enum OverviewSpan {
  HOUR(1, Duration.ofMinutes(2)),
  DAY(24, Duration.ofMinutes(30)),
  WEEK(168, Duration.ofHours(3));

  private final int hours;
  private final Duration slot;

  OverviewSpan(int hours, Duration slot) {
    this.hours = hours;
    this.slot = slot;
  }

  static Optional<OverviewSpan> of(int hours) {
    return Arrays.stream(values()).filter(span -> span.hours == hours).findFirst();
  }

  static String hours() {
    return Arrays.stream(values()).map(span -> "" + span.hours).collect(Collectors.joining(", "));
  }

  /// The last stretch is the one that is not over yet.
  Window until(Instant now) {
    long end = (now.getEpochSecond() / slot.toSeconds() + 1) * slot.toSeconds();
    int slots = (int) Duration.ofHours(hours).dividedBy(slot);
    return new Window(Instant.ofEpochSecond(end).minus(slot.multipliedBy(slots)), slot, slots);
  }
}
