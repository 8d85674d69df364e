package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.spi.Deliveries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OldDeliveriesTest {
  private final Some accepted = new Some(2_500);
  private final Some refused = new Some(1_000);

  private static final class Some {
    private final List<Integer> steps = new ArrayList<>();
    private int left;

    Some(int left) {
      this.left = left;
    }

    int forget(Duration age, int most) {
      assertThat(age).isEqualTo(Duration.ofDays(90));
      int now = Math.min(most, left);
      left -= now;
      steps.add(now);
      return now;
    }
  }

  @Test
  void areForgottenInSmallStepsUntilNoneIsLeft() {
    try (OldDeliveries old = new OldDeliveries(deliveries(), IntakeConfig.defaults())) {
      assertThat(old.forget()).isEqualTo(3_500);
    }

    assertThat(accepted.steps).containsExactly(1_000, 1_000, 500);
    assertThat(refused.steps).containsExactly(1_000, 0);
  }

  @Test
  void areKeptForADayAtLeast() {
    assertThatThrownBy(() -> new IntakeConfig(Duration.ofHours(23)))
        .hasMessageContaining("'repeats-known-for' between P1D and P3650D");
  }

  private Deliveries deliveries() {
    return new Deliveries() {
      @Override
      public int forget(Duration age, int most) {
        return accepted.forget(age, most);
      }

      @Override
      public int forgetRefused(Duration age, int most) {
        return refused.forget(age, most);
      }
    };
  }
}
