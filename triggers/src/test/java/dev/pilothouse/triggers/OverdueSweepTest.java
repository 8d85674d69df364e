package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.spi.OverdueTasks;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

class OverdueSweepTest {
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void looksAgainUntilAllAreToldOf() throws InterruptedException {
    CountDownLatch three = new CountDownLatch(3);

    sweeps(
        limit -> {
          three.countDown();
          return three.getCount() > 0 ? limit : 7;
        },
        () -> false,
        three);
  }

  @Test
  void goesOnAfterTheDatabaseWasAway() throws InterruptedException {
    CountDownLatch twice = new CountDownLatch(2);

    sweeps(
        _ -> {
          twice.countDown();
          throw new IllegalStateException("away, on purpose");
        },
        () -> false,
        twice);
  }

  @Test
  void tellsNothingWhileTheHouseIsHeld() throws InterruptedException {
    CountDownLatch asked = new CountDownLatch(2);

    sweeps(
        _ -> looks.incrementAndGet(),
        () -> {
          asked.countDown();
          return true;
        },
        asked);

    assertThat(looks).hasValue(0);
  }

  private static void sweeps(OverdueTasks tasks, BooleanSupplier held, CountDownLatch seen)
      throws InterruptedException {
    try (OverdueSweep sweep = new OverdueSweep(tasks, held)) {
      sweep.start();

      assertThat(seen.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
