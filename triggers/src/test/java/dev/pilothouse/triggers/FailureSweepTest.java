package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FailureSweepTest {
  @Test
  void goesOnUntilAllIsTold() {
    AtomicInteger left = new AtomicInteger(250);
    try (FailureSweep sweep = new FailureSweep(limit -> Math.min(limit, left.getAndAdd(-limit)))) {
      sweep.tell();
    }

    assertThat(left.get()).isNotPositive();
  }

  @Test
  void beginsByItself() throws InterruptedException {
    CountDownLatch looked = new CountDownLatch(1);
    try (FailureSweep sweep =
        new FailureSweep(_ -> {
          looked.countDown();
          return 0;
        })) {
      sweep.start();

      assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }
}
