package dev.pilothouse.actions.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.pilothouse.spi.ActionCall.Deadline;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class SendingTest {
  private static final Deadline FAR = Deadline.in(Duration.ofMinutes(1));
  private static final Deadline PAST = Deadline.in(Duration.ofNanos(-1));

  @Test
  void givesWhatTheConversationGave() throws InterruptedException {
    assertThat(new Sending(FAR).converse(() -> "said", () -> {})).contains("said");
  }

  @Test
  void beginsOnce() throws Sending.NotSent {
    Sending sending = new Sending(FAR);
    sending.begin();
    assertThatExceptionOfType(Sending.NotSent.class).isThrownBy(sending::begin);
    assertThat(sending.hasBegun()).isTrue();
  }

  @Test
  void doesNotBeginAfterTheDeadline() {
    Sending sending = new Sending(PAST);
    assertThatExceptionOfType(Sending.NotSent.class).isThrownBy(sending::begin);
    assertThat(sending.hasBegun()).isFalse();
  }

  @Test
  void doesNotBeginAfterItWasCut() throws InterruptedException {
    Sending sending = new Sending(Deadline.in(Duration.ofMillis(20)));
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    assertThat(sending.converse(() -> waitFor(never), cut::countDown)).isEmpty();
    assertThat(cut.getCount()).isZero();
    assertThatExceptionOfType(Sending.NotSent.class).isThrownBy(sending::begin);
    assertThat(sending.hasBegun()).isFalse();
  }

  @Test
  void isCutByAnInterruptOfWhoWaits() throws InterruptedException {
    CountDownLatch never = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Thread caller =
        Thread.ofVirtual()
            .start(() -> {
              try {
                new Sending(FAR).converse(() -> waitFor(never), cut::countDown);
              } catch (InterruptedException expected) {
                interrupted.countDown();
              }
            });
    caller.interrupt();
    caller.join();
    assertThat(interrupted.getCount()).isZero();
  }

  private static String waitFor(CountDownLatch latch) {
    try {
      latch.await();
      return "came";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }
}
