package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
  @Test
  void waitsLongerBeforeEachAttempt() {
    assertThat(IntStream.rangeClosed(1, 4).mapToObj(Retry.DEFAULT::beforeAttempt))
        .containsExactly(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
  }

  @Test
  void neverWaitsLongerThanItsMaximum() {
    Retry retry = new Retry(20, Duration.ofSeconds(1), 10, Duration.ofMinutes(1));
    assertThat(retry.beforeAttempt(20)).isEqualTo(Duration.ofMinutes(1));
    assertThat(retry.beforeAttempt(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(1));
  }
}
