package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackOffTest {

  private static final Duration SHORT = Duration.ofSeconds(1);

  private final BackOff backOff = new BackOff();

  @Test
  void doublesFromATouchToHalfAMinute() {
    assertThat(IntStream.range(0, 10).mapToObj(_ -> backOff.afterLifeOf(SHORT).toMillis()))
        .containsExactly(
            200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 30_000L, 30_000L);
  }

  @Test
  void beginsAnewAfterAMinuteOfHealth() {
    IntStream.range(0, 5).forEach(_ -> backOff.afterLifeOf(SHORT));
    assertThat(backOff.afterLifeOf(Duration.ofMinutes(1))).isEqualTo(Duration.ofMillis(200));
    assertThat(backOff.deathsInARow()).isEqualTo(1);
  }
}
