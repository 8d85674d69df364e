package dev.pilothouse.activities;

import dev.pilothouse.chain.Demand;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Subscription;
import dev.pilothouse.spi.Ledger.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Steps that wait: for a time, an event, the end of a called run. Each wait is a row before
/// anybody waits: whatever dies, it is known what is waited for, and until when.
final class Waits {
  /// Where a wait stands.
  sealed interface Wait {
    /// The step has its outcome.
    record Over() implements Wait {}

    record Until(Instant due) implements Wait {}

    record Refused(Standing standing) implements Wait {}
  }

  /// Behind it the database and this house write years in different ways.
  private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59Z");

  private final Ledger ledger;
  private final Clock clock;
  private final RunMemory memory;

  Waits(Ledger ledger, Clock clock, RunMemory memory) {
    this.ledger = ledger;
    this.clock = clock;
    this.memory = memory;
  }

  /// When a step that waits goes on; empty where it waits for nothing any more.
  Optional<Instant> until(StepKey key) {
    return memory.attempts(key).waitsUntil().filter(due -> due.isAfter(clock.instant()));
  }

  Wait pause(Demand.Pause pause) {
    Optional<Instant> begun = memory.attempts(pause.key()).waitsUntil();
    Instant due = begun.orElseGet(() -> due(pause.until()));
    Step step = memory.step(pause.key(), pause.label());
    if (due.isAfter(LAST_MOMENT)) {
      return failed(step, Json.NULL, beyond(due));
    }
    if (!due.isAfter(clock.instant())) {
      return settled(step, "{\"waited_until\":\"" + due + "\"}");
    }
    if (begun.isEmpty()) {
      memory.await(new Line.Await(step, Json.NULL, due, "Waits until " + due));
    }
    return new Wait.Until(due);
  }

  private Instant due(Demand.Until until) {
    return switch (until) {
      case Demand.Until.For(Duration time) -> clock.instant().plus(time);
      case Demand.Until.At(Instant time) -> time;
    };
  }

  private static StepError beyond(Instant due) {
    return new StepError(
        "expression.failed",
        StepError.Kind.USER,
        "Expected a moment before the year 10000, but found " + due + ".");
  }

  Wait listen(Demand.Listen listen) {
    return StorableJson.objectionToWords("where", listen.where().values())
        .map(objection -> failed(memory.step(listen.key(), listen.label()), Json.NULL, objection))
        .orElseGet(() -> listenFor(listen));
  }

  private Wait listenFor(Demand.Listen listen) {
    return memory
        .attempts(listen.key())
        .waitsUntil()
        .map(due ->
            goOn(
                due,
                () -> settled(memory.step(listen.key(), listen.label()), "{\"arrived\":false}")))
        .orElseGet(() -> begin(listen));
  }

  private Wait begin(Demand.Listen listen) {
    Instant due = clock.instant().plus(listen.limit());
    return begun(
        listen.key(),
        () ->
            ledger.listen(
                memory.claimed().claim(),
                memory.step(listen.key(), listen.label()),
                new Subscription(listen.type(), listen.where()),
                due));
  }

  Wait call(Demand.Call call) {
    return StorableJson.objection("input", call.input())
        .map(objection -> failed(memory.step(call.key(), call.label()), Json.NULL, objection))
        .orElseGet(() -> callRun(call));
  }

  private Wait callRun(Demand.Call call) {
    return memory
        .attempts(call.key())
        .waitsUntil()
        .map(due -> goOn(due, () -> tooLate(call.key(), call.label(), call.input())))
        .orElseGet(() -> begin(call));
  }

  private Wait begin(Demand.Call call) {
    return begun(
        call.key(),
        () ->
            ledger.call(
                memory.claimed().claim(),
                memory.step(call.key(), call.label()),
                call.automation(),
                call.input(),
                call.limit().map(limit -> clock.instant().plus(limit))));
  }

  private Wait tooLate(StepKey key, StepLabel label, Json input) {
    StepError error =
        new StepError(
            "call.timeout",
            StepError.Kind.USER,
            "The called run had not ended in time. It goes on; only its end is not waited for any"
                + " more.");
    return failed(memory.step(key, label), input, error);
  }

  private interface Beginning {
    Changed begin();
  }

  /// What was done before it is written first: it may be what the other side asks about.
  private Wait begun(StepKey key, Beginning beginning) {
    if (memory.hasUnwritten()) {
      Standing standing = memory.write(new Turn.Stay());
      if (standing != Standing.MINE) {
        return new Wait.Refused(standing);
      }
    }
    return switch (beginning.begin()) {
      case Changed.Settled(StepOutcome outcome) -> {
        memory.learn(key, outcome);
        yield new Wait.Over();
      }
      case Changed.Waits(Instant due) -> {
        memory.listens(key, due);
        memory.letters(ledger.letters(memory.claimed().claim()));
        yield new Wait.Over();
      }
      case Changed.Refused(Standing standing) -> new Wait.Refused(standing);
    };
  }

  private interface Timeout {
    Wait over();
  }

  private Wait goOn(Instant due, Timeout timeout) {
    return due.isAfter(clock.instant()) ? new Wait.Until(due) : timeout.over();
  }

  private Wait failed(Step step, Json input, StepError error) {
    memory.settle(step, input, new StepOutcome.Failed(error));
    return new Wait.Over();
  }

  private Wait settled(Step step, String output) {
    memory.settle(step, Json.NULL, new StepOutcome.Completed(new Json(output)));
    return new Wait.Over();
  }
}
