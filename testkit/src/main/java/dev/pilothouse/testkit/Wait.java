package dev.pilothouse.testkit;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/// Waits for what tells nobody when it has happened, instead of sleeping for as long as it may
/// take.
public final class Wait {

  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(10);

  private Wait() {}

  /// Returns as soon as the condition holds; fails, naming `what`, when it does not in time.
  public static void until(String what, Duration timeout, BooleanSupplier condition) {
    var last = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - last > 0 || Thread.currentThread().isInterrupted()) {
        throw new AssertionError(
            "expected within %d ms that %s, but it is not so".formatted(timeout.toMillis(), what));
      }
      LockSupport.parkNanos(PAUSE);
    }
  }
}
