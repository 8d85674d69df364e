package dev.pilothouse.activities;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CallPermitsTest {
  private final CallPermits permits = new CallPermits(2);
  private final OpenCall open = new Interruptible().call();

  @Test
  void forgetsANameThatNobodyCallsAnyMore() throws Exception {
    Passage passage =
        permits.within(
            "here",
            open,
            () -> {
              permits.within("here", open, Passage.Through::new);
              assertThat(permits.names()).isOne();
              return permits.within("there", open, Passage.Through::new);
            });

    assertThat(passage).isEqualTo(new Passage.Through());
    assertThat(permits.names()).isZero();
  }
}
