package dev.pilothouse.activities;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// Stands still until it is moved.
final class MovedClock extends Clock {
  private volatile Instant now = Instant.parse("2026-11-20T09:00:00Z");

  private volatile Runnable whenAsked = () -> {};

  /// Happens each time before the time is told.
  void whenAsked(Runnable hook) {
    whenAsked = hook;
  }

  void move(Duration time) {
    now = now.plus(time);
  }

  @Override
  public Instant instant() {
    whenAsked.run();
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
