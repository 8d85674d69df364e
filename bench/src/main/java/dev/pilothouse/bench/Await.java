package dev.pilothouse.bench;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Waits for what nobody tells.
final class Await {
  private static final Duration PAUSE = Duration.ofMillis(10);

  private Await() {}

  /// @throws IllegalStateException when it is not so in time
  static void that(String what, Duration within, BooleanSupplier condition) {
    if (!orNot(within, condition)) {
      throw new IllegalStateException(
          "Expected within " + within.toSeconds() + " s that " + what + ", but it is not so.");
    }
  }

  /// @return whether it was so in time
  static boolean orNot(Duration within, BooleanSupplier condition) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0 || Thread.currentThread().isInterrupted()) {
        return false;
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
    return true;
  }

  /// The first answer that there is.
  static <T> T first(String what, Duration within, Supplier<Optional<T>> question) {
    long end = System.nanoTime() + within.toNanos();
    while (true) {
      Optional<T> answer = question.get();
      if (answer.isPresent()) {
        return answer.get();
      }
      if (System.nanoTime() - end > 0) {
        throw new IllegalStateException(
            "Expected within " + within.toSeconds() + " s " + what + ", but there is none.");
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  static Duration since(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos);
  }
}
