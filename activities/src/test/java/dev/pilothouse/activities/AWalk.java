package dev.pilothouse.activities;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.Walker;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.Ledger.Claimed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executor;

/// What the walk of one run needs, with nothing real in it.
final class AWalk {
  static final StepError ERROR = new StepError("test.error", StepError.Kind.OUTSIDE, "No luck.");

  final MovedClock clock = new MovedClock();
  final FakeLedger ledger = new FakeLedger(clock);
  final FakeActions actions = new FakeActions();
  final Interruptible thread = new Interruptible();
  Optional<Instant> deadline = Optional.empty();
  Executor beside = Thread::startVirtualThread;
  final EffectGate gate =
      new EffectGate(ledger, actions, clock, new CallPermits(10), new CallPermits(10));

  /// One step, called `call`, that waits a minute before it is tried again, at most twice.
  static String call(String action) {
    return """
    {"id": "call", "do": "%s", "with": {"to": 1}, "retry": {"attempts": 3, "first": "60s", "factor": 1}}\
    """
        .formatted(action);
  }

  static ActionAnswer tryAgain(Acted acted) {
    return new ActionAnswer.TryAgain(ERROR, acted, Optional.empty());
  }

  RunRef queued(String steps) {
    return ledger.queued(steps);
  }

  Walk.Over walk(RunRef run) {
    return walk(ledger.claimed(run));
  }

  Walk.Over walk(Claimed claimed) {
    try {
      return walkOf(claimed).walk();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException("stopped", stopped);
    }
  }

  Walk walkOf(Claimed claimed) {
    Walker walker = new Walker(new Chains().of(claimed.version()), claimed.event());
    return new Walk(
        ledger,
        gate,
        clock,
        walker,
        new RunMemory(ledger, clock, claimed),
        thread,
        new SideCalls(beside, thread),
        deadline);
  }

  /// Lets the time pass that a run waits for, and walks on.
  Walk.Over walkAfter(Duration time, RunRef run) {
    clock.move(time);
    return walk(run);
  }
}
