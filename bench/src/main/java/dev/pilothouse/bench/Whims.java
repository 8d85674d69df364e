package dev.pilothouse.bench;

import dev.pilothouse.testkit.Fault;
import dev.pilothouse.testkit.Moment;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/// In which mood the servers out there are, call by call.
interface Whims {
  Whim next();

  static Whims none() {
    return Whim.Fine::new;
  }

  static Whims slow(Duration time) {
    return () -> new Whim.Slow(Duration.ZERO, time);
  }

  static Whims heldBy(CountDownLatch gate) {
    return () -> new Whim.Held(gate);
  }

  /// Mostly good, now and then slow, up to 30 s; fails; hangs up before and after it acted. The
  /// same seed gives the same sequence.
  static Whims seeded(long seed) {
    Random random = new Random(seed);
    return () -> {
      int dice = random.nextInt(100);
      if (dice < 2) {
        return new Whim.HangsUp(false);
      }
      if (dice < 4) {
        return new Whim.HangsUp(true);
      }
      if (dice < 6) {
        return new Whim.Refuses(500);
      }
      if (dice < 8) {
        return new Whim.Refuses(429);
      }
      if (dice < 12) {
        return slowWithin(random, Duration.ofSeconds(2));
      }
      if (dice < 14) {
        return slowWithin(random, Duration.ofSeconds(30));
      }
      return slowWithin(random, Duration.ofMillis(40));
    };
  }

  private static Whim slowWithin(Random random, Duration longest) {
    Duration time = Duration.ofMillis(random.nextInt((int) longest.toMillis()));
    return random.nextBoolean()
        ? new Whim.Slow(time, Duration.ZERO)
        : new Whim.Slow(Duration.ZERO, time);
  }

  /// The same for a mail server. No 4xx: whoever is told "later" may send again, and an arrival
  /// then proves nothing.
  static Fault[] faultsOfMail(long seed, int count) {
    Random random = new Random(seed);
    return IntStream.range(0, count).mapToObj(_ -> fault(random)).toArray(Fault[]::new);
  }

  private static Fault fault(Random random) {
    Moment[] moments = Moment.values();
    Moment moment = moments[random.nextInt(moments.length)];
    int dice = random.nextInt(100);
    if (dice < 5) {
      return Fault.hangsUp(moment);
    }
    if (dice < 7) {
      return Fault.failsWith(554);
    }
    if (dice < 12) {
      return Fault.slow(moment, Duration.ofMillis(random.nextInt(2_000)));
    }
    if (dice < 14) {
      return Fault.slow(moment, Duration.ofMillis(random.nextInt(30_000)));
    }
    return Fault.none();
  }
}
