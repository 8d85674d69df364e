package dev.pilothouse.workers.platform;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// Waits for what tells nobody when it has happened: a port that opens, a file that changes.
final class Patience {

  private static final Duration PAUSE = Duration.ofMillis(20);

  private Patience() {}

  /// Whether it came true within the limit.
  static boolean until(Duration limit, BooleanSupplier condition) {
    long last = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > last || !pause()) {
        return false;
      }
    }
    return true;
  }

  private static boolean pause() {
    try {
      Thread.sleep(PAUSE);
      return true;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
