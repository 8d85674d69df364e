package dev.pilothouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RunIdTest {
  @Test
  void readsBackWhatItWrote() {
    RunId run = RunId.next();

    assertThat(RunId.parse(run.toString())).contains(run);
  }

  @Test
  void takesTextThatIsNoIdForAbsent() {
    assertThat(RunId.parse("deal/42")).isEmpty();
  }

  @Test
  void isHeldByAWorkflowOfItsName() {
    RunId run = RunId.next();

    assertThat(run.workflowId()).isEqualTo("run/" + run);
  }
}
