package dev.pilothouse.builderapi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.builderapi.BodiesInHand.Held;
import dev.pilothouse.spi.Journal;
import org.junit.jupiter.api.Test;

class BodiesInHandTest {
  private final BodiesInHand bodies = new BodiesInHand(100);

  @Test
  void turnsAwayWhatWouldBeTooMuchAtOnce() {
    try (Held _ = bodies.hold(60_000)) {
      assertThatThrownBy(() -> bodies.hold(60_000)).isInstanceOf(Journal.Overloaded.class);
      assertThatCode(() -> bodies.hold(30_000).close()).doesNotThrowAnyException();
    }
  }

  @Test
  void takesAgainWhatWasTurnedAwayOnceTheOthersHaveGone() {
    bodies.hold(60_000).close();

    assertThatCode(() -> bodies.hold(60_000).close()).doesNotThrowAnyException();
  }
}
