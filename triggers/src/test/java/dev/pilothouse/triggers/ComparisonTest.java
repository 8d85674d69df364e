package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.spi.Carrier.Mark;
import dev.pilothouse.spi.Carrier.Stand;
import dev.pilothouse.triggers.Comparison.Fits;
import dev.pilothouse.triggers.Comparison.RowsLost;
import dev.pilothouse.triggers.Comparison.TemporalLost;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final UUID HOUSE = UUID.randomUUID();
  private static final Instant THEN = Instant.parse("2026-11-20T09:58:00Z");

  @Test
  void fitsWhereTemporalHasHeardOfTheLastTick() {
    assertThat(compared(41, 41, seen(41))).isEqualTo(new Fits());
  }

  /// The process died between its commit and the signal, or between the signal and the next commit.
  @Test
  void fitsWhereATickWasNotToldOrNotNotedYet() {
    assertThat(compared(42, 41, seen(41))).isEqualTo(new Fits());
    assertThat(compared(42, 41, seen(42))).isEqualTo(new Fits());
  }

  @Test
  void noticesThatTheRowsWentBack() {
    assertThat(compared(41, 41, seen(57)))
        .isInstanceOfSatisfying(
            RowsLost.class,
            lost -> {
              assertThat(lost.seenTick()).isEqualTo(57);
              assertThat(lost.reason()).contains("tick 57 at " + THEN, "tick 41");
            });
  }

  @Test
  void noticesThatTemporalWentBack() {
    assertThat(compared(57, 57, seen(41)))
        .isInstanceOfSatisfying(TemporalLost.class, lost -> assertThat(lost.ours()).isTrue());
  }

  @Test
  void noticesThatTemporalIsAnotherOne() {
    SeenMark another = new SeenMark(new Mark(UUID.randomUUID(), 99), THEN, true);

    assertThat(compared(41, 41, Optional.empty())).isInstanceOf(TemporalLost.class);
    assertThat(compared(41, 41, Optional.of(another)))
        .isInstanceOfSatisfying(TemporalLost.class, lost -> assertThat(lost.ours()).isFalse());
  }

  @Test
  void noticesThatSomebodyHasEndedTheMark() {
    SeenMark ended = new SeenMark(new Mark(HOUSE, 41), THEN, false);

    assertThat(compared(41, 41, Optional.of(ended))).isInstanceOf(TemporalLost.class);
    assertThat(compared(40, 40, Optional.of(ended))).isInstanceOf(RowsLost.class);
  }

  private static Comparison compared(long tick, long told, Optional<SeenMark> seen) {
    Stand rows =
        new Stand(new Mark(HOUSE, tick), THEN, told, Optional.empty(), Optional.empty(), 0);
    return Comparison.of(rows, seen);
  }

  private static Optional<SeenMark> seen(long tick) {
    return Optional.of(new SeenMark(new Mark(HOUSE, tick), THEN, true));
  }
}
