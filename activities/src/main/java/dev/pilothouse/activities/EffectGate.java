package dev.pilothouse.activities;

import dev.pilothouse.chain.CallSpec;
import dev.pilothouse.chain.Demand.Perform;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionCall.Deadline;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.CallOptions;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Step;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Stands in front of every action: nothing is sent that is not reserved under the newest claim,
/// and nothing is sent twice that may have acted and cannot say so.
final class EffectGate {
  private static final Logger LOG = LoggerFactory.getLogger(EffectGate.class);

  private final Ledger ledger;
  private final Actions actions;
  private final Clock clock;
  private final CallPermits hosts;
  private final CallPermits tenants;

  EffectGate(Ledger ledger, Actions actions, Clock clock, CallPermits hosts, CallPermits tenants) {
    this.ledger = ledger;
    this.actions = actions;
    this.clock = clock;
    this.hosts = hosts;
    this.tenants = tenants;
  }

  /// @throws InterruptedException when this process stops: what was reserved stays in doubt for
  ///   whoever takes the run over
  Passage perform(RunMemory memory, OpenCall open, Perform demand) throws InterruptedException {
    Optional<StepError> objection = StorableJson.objection("input", demand.input());
    if (objection.isPresent()) {
      return settled(memory, demand, Json.NULL, new StepOutcome.Failed(objection.get()));
    }
    return switch (actions.named(demand.action()).orElse(null)) {
      case null -> settled(memory, demand, demand.input(), unknownAction(demand));
      case Action.Computation action -> compute(memory, demand, action);
      case Action.InBooks action -> change(memory, demand, action);
      case Action.Outside action -> new OutsideStep(memory, open, demand, action).take();
    };
  }

  private static Passage compute(RunMemory memory, Perform demand, Action.Computation action) {
    return settled(memory, demand, demand.input(), lasting(computed(memory, demand, action)));
  }

  /// A bug in it would break every walk that comes here: better to fail the step.
  private static ActionAnswer computed(
      RunMemory memory, Perform demand, Action.Computation action) {
    try {
      return action.compute(call(memory, demand, 1));
    } catch (RuntimeException bug) {
      return new ActionAnswer.Failed(broken(demand, bug));
    }
  }

  private static StepError broken(Perform demand, RuntimeException bug) {
    LOG.error("The action {} broke", demand.action(), bug);
    return new StepError(
        "action.broken",
        StepError.Kind.OURS,
        "The action '" + demand.action() + "' broke: " + bug.getMessage());
  }

  private Passage change(RunMemory memory, Perform demand, Action.InBooks action) {
    if (memory.hasUnwritten()) {
      Standing standing = memory.write(new Ledger.Turn.Stay());
      if (standing != Standing.MINE) {
        return new Passage.Stopped(standing);
      }
    }
    Step step = memory.step(demand.key(), demand.label());
    ActionCall call = call(memory, demand, 1);
    Changed changed =
        ledger.change(
            memory.claimed().claim(),
            step,
            demand.input(),
            (Books books) -> StorableJson.checked(lasting(action.change(call, books))));
    return switch (changed) {
      case Changed.Settled(StepOutcome outcome) -> {
        memory.learn(demand.key(), outcome);
        yield new Passage.Through();
      }
      case Changed.Waits(Instant until) -> new Passage.Later(until);
      case Changed.Refused(Standing standing) -> new Passage.Stopped(standing);
    };
  }

  /// Of what runs within our own walls: nothing there may ask to be tried again.
  private static StepOutcome lasting(ActionAnswer answer) {
    return switch (answer) {
      case ActionAnswer.Done(Json output) -> new StepOutcome.Completed(output);
      case ActionAnswer.Failed(StepError error) -> new StepOutcome.Failed(error);
      case ActionAnswer.TryAgain(StepError error, _, _) -> new StepOutcome.Failed(error);
    };
  }

  private static Passage settled(
      RunMemory memory, Perform demand, Json input, StepOutcome outcome) {
    memory.settle(memory.step(demand.key(), demand.label()), input, outcome);
    return new Passage.Through();
  }

  private static StepOutcome unknownAction(Perform demand) {
    return new StepOutcome.Failed(
        new StepError(
            "action.unknown",
            StepError.Kind.OURS,
            "There is no action '"
                + demand.action()
                + "' in this version. Publish the automation with one that exists."));
  }

  private static ActionCall call(RunMemory memory, Perform demand, int attempt) {
    var ref = memory.claimed().claim().ref();
    CallSpec spec = demand.call();
    return new ActionCall(
        ref.tenant(),
        new EffectId(ref.run(), demand.key()),
        demand.input(),
        new CallOptions(spec.timeout(), spec.idempotencyHeader(), spec.readBack()),
        attempt,
        Deadline.in(spec.timeout()));
  }

  /// One call of something outside, from the reservation to what follows from its end.
  private final class OutsideStep {
    private final RunMemory memory;
    private final OpenCall open;
    private final Perform demand;
    private final Action.Outside action;
    private final Attempts before;
    private final EffectClass effectClass;

    OutsideStep(RunMemory memory, OpenCall open, Perform demand, Action.Outside action) {
      this.memory = memory;
      this.open = open;
      this.demand = demand;
      this.action = action;
      before = memory.attempts(demand.key());
      effectClass = action.effectClass(call(memory, demand, before.made() + 1));
    }

    Passage take() throws InterruptedException {
      if (before.waitsUntil().filter(due -> due.isAfter(clock.instant())).isPresent()) {
        return new Passage.Later(before.waitsUntil().get());
      }
      if (effectClass == EffectClass.ONCE && mayHaveHappened()) {
        return unknown();
      }
      String tenant = memory.claimed().claim().ref().tenant().toString();
      String host = action.host(call(memory, demand, 1));
      return tenants.within(tenant, open, () -> hosts.within(host, open, this::reserved));
    }

    /// Sent by a walk that is gone, or before this database went back in time: then the next
    /// attempt may have been made of what waits here for one, and whoever released the hold has
    /// marked it so.
    private boolean mayHaveHappened() {
      return before.inDoubt()
          || (memory.claimed().inDoubt() && (before.equals(Attempts.NONE) || before.maybe()));
    }

    private Passage unknown() {
      String reason =
          before.inDoubt()
              ? "It was sent by a process that died or froze before the answer was recorded."
              : "The database was restored from an older copy: this may have happened after the copy was made.";
      settle(new StepOutcome.Unknown(reason));
      Standing standing = memory.write(new Ledger.Turn.Stay());
      memory.lookAgain();
      return standing == Standing.MINE ? new Passage.Through() : new Passage.Stopped(standing);
    }

    private Passage reserved() throws InterruptedException {
      memory.remember(demand.key(), before.begun());
      ActionCall call = call(memory, demand, before.made() + 1);
      Standing standing =
          memory.write(
              new Line.Reserve(
                  memory.step(demand.key(), demand.label()),
                  effectClass,
                  demand.input(),
                  demand.call().timeout()));
      if (standing != Standing.MINE) {
        memory.remember(demand.key(), before);
        return new Passage.Stopped(standing);
      }
      return called(call);
    }

    private Passage called(ActionCall call) throws InterruptedException {
      try {
        return open.begin(call.deadline()) ? after(answer(call)) : cutBeforeItBegan();
      } catch (InterruptedException stopped) {
        if (!open.isCut()) {
          throw stopped;
        }
        return cut();
      } finally {
        open.end();
      }
    }

    private ActionAnswer answer(ActionCall call) throws InterruptedException {
      try {
        if (effectClass == EffectClass.RECONCILABLE && earlierMayHaveActed()) {
          Optional<ActionAnswer> found = action.readBack(call);
          if (found.isPresent()) {
            return found.get();
          }
        }
        return action.call(call);
      } catch (RuntimeException bug) {
        return new ActionAnswer.TryAgain(broken(demand, bug), Acted.MAYBE, Optional.empty());
      }
    }

    /// What is made once would not have come here if it might have acted, and what changes nothing
    /// has nothing to tell.
    private boolean mayBeSentAgain() {
      return effectClass == EffectClass.KEYED || effectClass == EffectClass.RECONCILABLE;
    }

    private boolean earlierMayHaveActed() {
      return before.maybe() || before.inDoubt() || memory.claimed().inDoubt();
    }

    private Passage after(ActionAnswer answer) {
      AfterCall.Attempt attempt =
          new AfterCall.Attempt(
              effectClass,
              demand.call().retry(),
              before.made() + 1,
              before.maybe(),
              (memory.claimed().claim().ref().run() + demand.key().text()).hashCode());
      return switch (AfterCall.of(attempt, answer)) {
        case AfterCall.Settled(StepOutcome outcome) -> {
          settle(outcome);
          yield new Passage.Through();
        }
        case AfterCall.TryAgain again ->
            new Passage.Again(
                new Line.Await(
                    memory.step(demand.key(), demand.label()),
                    demand.input(),
                    clock.instant().plus(again.after()),
                    "Tries '"
                        + demand.label().name()
                        + "' again after attempt "
                        + attempt.attempt()
                        + ": "
                        + again.because().message(),
                    Optional.of(again.because()),
                    again.maybe()));
      };
    }

    private Passage cutBeforeItBegan() {
      settle(
          mayBeSentAgain() && earlierMayHaveActed()
              ? new StepOutcome.Unknown(
                  "It was cancelled before it was sent again: nobody knows whether it had happened before.")
              : new StepOutcome.Skipped("Cancelled before it was sent."));
      return new Passage.Stopped(Standing.ORDERED);
    }

    private Passage cut() {
      settle(
          effectClass == EffectClass.PURE
              ? new StepOutcome.Skipped("The call was cut by a cancel.")
              : new StepOutcome.Unknown(
                  "The call was cut by a cancel: nobody knows whether it had happened by then."));
      return new Passage.Stopped(Standing.ORDERED);
    }

    private void settle(StepOutcome outcome) {
      memory.settle(memory.step(demand.key(), demand.label()), demand.input(), outcome);
    }
  }
}
