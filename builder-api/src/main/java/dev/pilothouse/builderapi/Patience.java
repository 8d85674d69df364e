package dev.pilothouse.builderapi;

import java.time.Duration;

/// How long one request may work before it answers with what it has and where to go on. What is
/// asked for may be a year of events and a condition that takes its time.
final class Patience {
  private static final long NANOS = Duration.ofSeconds(1).toNanos();

  private final long begun = System.nanoTime();

  boolean isOver() {
    return System.nanoTime() - begun > NANOS;
  }
}
