package dev.pilothouse.chain;

import java.time.Duration;
import java.util.function.LongConsumer;

/// Runs a test with one seed after the other: so many in the suite, and with `-Dfuzz.minutes=10` as
/// long as that, from seeds that nobody tried before. `-Dfuzz.seed` begins with a certain one.
final class Fuzz {
  private static final Duration TIME = Duration.ofMinutes(Long.getLong("fuzz.minutes", 0));

  private Fuzz() {}

  static void run(int few, LongConsumer test) {
    long first = Long.getLong("fuzz.seed", TIME.isZero() ? 0 : System.nanoTime());
    long end = System.nanoTime() + TIME.toNanos();
    for (long seed = first; seed - first < few || System.nanoTime() < end; seed++) {
      run(seed, test);
    }
  }

  private static void run(long seed, LongConsumer test) {
    try {
      test.accept(seed);
    } catch (RuntimeException | Error found) {
      throw new AssertionError("found with -Dfuzz.seed=" + seed + ": " + found, found);
    }
  }
}
