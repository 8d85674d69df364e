package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SlicesTest {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final Slices slices = new Slices(Map.of(), MINUTE);

  @Test
  void countsWhatBeganLately() {
    slices.add(NOON);
    slices.add(NOON.plusSeconds(30));

    assertThat(slices.count(NOON.plusSeconds(59))).isEqualTo(2);
    assertThat(slices.count(NOON.plusSeconds(62))).isEqualTo(1);
    assertThat(slices.count(NOON.plusSeconds(92))).isZero();
    assertThat(slices.until()).isEqualTo(NOON.plusSeconds(91));
  }

  @Test
  void tellsWhenThereIsRoomAgain() {
    slices.add(NOON);
    slices.add(NOON.plusSeconds(10));
    slices.add(NOON.plusSeconds(20));
    Instant now = NOON.plusSeconds(30);

    assertThat(slices.belowFrom(4, now)).isEqualTo(now);
    assertThat(slices.belowFrom(3, now)).isEqualTo(NOON.plusSeconds(61));
    assertThat(slices.belowFrom(1, now)).isEqualTo(NOON.plusSeconds(81));
    assertThat(slices.count(slices.belowFrom(3, now))).isEqualTo(2);
  }

  @Test
  void staysSmallHoweverManyItCounts() {
    for (int second = 0; second < 600; second++) {
      for (int times = 0; times < 100; times++) {
        slices.add(NOON.plusSeconds(second));
      }
    }

    assertThat(slices.counts()).hasSizeLessThanOrEqualTo(62);
    assertThat(slices.count(NOON.plusSeconds(599))).isBetween(6_000, 6_100);
  }

  /// In whatever stretch of that length one looks, as many as may and no more.
  @Test
  void neverCountsTooFew() {
    Random random = new Random(20261120);
    List<Instant> begun = new ArrayList<>();
    Instant now = NOON;
    for (int event = 0; event < 20_000; event++) {
      now = now.plusMillis(random.nextInt(900));
      if (slices.count(now) < 10) {
        slices.add(now);
        begun.add(now);
      }
    }

    for (int first = 0; first + 10 < begun.size(); first++) {
      assertThat(Duration.between(begun.get(first), begun.get(first + 10))).isGreaterThan(MINUTE);
    }
    assertThat(begun.size()).isGreaterThan(1_300);
  }
}
