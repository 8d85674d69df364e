package dev.pilothouse.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.RunId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EarlyWalksTest {
  private long now;
  private final EarlyWalks early = new EarlyWalks(() -> now);

  @Test
  void areAFewUntilWorkflowsComeForThem() {
    RunId first = RunId.next();
    assertThat(early.admit(first)).isPresent();
    for (int others = 1; others < EarlyWalks.MOST; others++) {
      assertThat(early.admit(RunId.next())).isPresent();
    }
    assertThat(early.admit(RunId.next())).isEmpty();

    assertThat(early.take(first)).isPresent();

    assertThat(early.take(first)).isEmpty();
    assertThat(early.admit(RunId.next())).isPresent();
  }

  @Test
  void beginNoMoreWhileTemporalTakesNoWorkflows() {
    early.admit(RunId.next());
    pass(EarlyWalks.OVERDUE);
    assertThat(early.admit(RunId.next())).isEmpty();
    pass(EarlyWalks.KEPT);
    assertThat(early.admit(RunId.next())).isEmpty();

    RunId anotherThatHasAWorkflow = RunId.next();
    assertThat(early.take(anotherThatHasAWorkflow)).isEmpty();

    assertThat(early.admit(RunId.next())).isPresent();
  }

  @Test
  void areForgottenWhenNoWorkflowComesForThemHere() {
    RunId run = RunId.next();
    early.admit(run);
    pass(EarlyWalks.KEPT);
    early.admit(RunId.next());

    assertThat(early.take(run)).isEmpty();
  }

  private void pass(Duration time) {
    now += time.toNanos() + 1;
  }
}
