package dev.pilothouse.builderapi;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// How long one request may work before it answers with what it has and where to go on. What is
/// asked for may be a year of events and a condition that takes its time.
record Patience(Duration verdicts, Duration dryRun) {
  static final Patience USUAL = new Patience(Duration.ofSeconds(1), Duration.ofSeconds(3));

  /// @return whether this much time has passed from now on
  static BooleanSupplier over(Duration limit) {
    long begun = System.nanoTime();
    return () -> System.nanoTime() - begun > limit.toNanos();
  }
}
