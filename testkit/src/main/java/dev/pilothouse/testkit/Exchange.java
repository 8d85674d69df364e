package dev.pilothouse.testkit;

import dev.pilothouse.testkit.Fault.Fails;
import dev.pilothouse.testkit.Fault.HangsUp;
import dev.pilothouse.testkit.Fault.Lie;
import dev.pilothouse.testkit.Fault.Lies;
import dev.pilothouse.testkit.Fault.Slow;
import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// One exchange under one fault: tells the server when to stop, whether to act and what to claim.
final class Exchange {

  private final Fault fault;
  private final CountDownLatch closed;

  Exchange(Fault fault, CountDownLatch closed) {
    this.fault = fault;
    this.closed = closed;
  }

  /// Waits or cuts the connection where the fault says so.
  void reach(Moment moment) throws IOException {
    switch (fault) {
      case Slow(var at, var delay) when at == moment -> pause(delay.toNanos());
      case HangsUp(var at) when at == moment -> throw new HangUp();
      default -> {}
    }
  }

  boolean acts() {
    return !(fault instanceof Fails) && !isLie(Lie.SAYS_DONE_BUT_DID_NOT);
  }

  /// The code to answer with instead of the true one.
  Optional<Integer> claimedFailure(int whenLying) {
    if (fault instanceof Fails(var code)) {
      return Optional.of(code);
    }
    return isLie(Lie.SAYS_FAILED_BUT_DID) ? Optional.of(whenLying) : Optional.empty();
  }

  boolean promisesMoreThanItSends() {
    return isLie(Lie.PROMISES_MORE_THAN_IT_SENDS);
  }

  private boolean isLie(Lie lie) {
    return fault instanceof Lies(var told) && told == lie;
  }

  private void pause(long nanos) throws IOException {
    try {
      if (closed.await(nanos, TimeUnit.NANOSECONDS)) {
        throw new HangUp();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HangUp(e);
    }
  }

  /// Ends the conversation without a word.
  static final class HangUp extends EOFException {
    HangUp() {}

    HangUp(Throwable cause) {
      initCause(cause);
    }
  }
}
