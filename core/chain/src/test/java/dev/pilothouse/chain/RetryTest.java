package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryTest {
  @Test
  void waitsLongerBeforeEachAttempt() {
    assertThat(
            IntStream.rangeClosed(1, 4)
                .mapToObj(attempt -> Retry.DEFAULT.beforeAttempt(attempt, 7)))
        .containsExactly(
            Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4), Duration.ofSeconds(16));
  }

  @Test
  void neverWaitsLongerThanItsMaximum() {
    Retry retry = new Retry(20, Duration.ofSeconds(1), 10, Duration.ofMinutes(1), 0);
    assertThat(retry.beforeAttempt(20, 7)).isEqualTo(Duration.ofMinutes(1));
    assertThat(retry.beforeAttempt(Integer.MAX_VALUE, 7)).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void isShortenedByItsJitterAndAlwaysByTheSame() {
    Retry retry = new Retry(20, Duration.ofSeconds(10), 1, Duration.ofMinutes(1), 0.5);
    assertThat(IntStream.range(0, 100).mapToObj(lot -> retry.beforeAttempt(2, lot)))
        .allSatisfy(
            wait -> assertThat(wait).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10)));
    assertThat(IntStream.range(0, 100).mapToObj(lot -> retry.beforeAttempt(2, lot)).distinct())
        .hasSizeGreaterThan(50);
    assertThat(retry.beforeAttempt(2, 7)).isEqualTo(retry.beforeAttempt(2, 7));
  }
}
