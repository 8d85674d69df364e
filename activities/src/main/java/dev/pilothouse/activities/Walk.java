package dev.pilothouse.activities;

import dev.pilothouse.chain.Demand;
import dev.pilothouse.chain.Walker;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The walk of one run under one claim, on a thread of its own: asks what comes next, does it,
/// remembers it, until the run ends, leaves, or belongs to another claim.
final class Walk {
  /// A shorter wait stays with its thread: leaving and coming back costs a workflow.
  private static final Duration SHORT = Duration.ofSeconds(3);

  /// How a walk ended.
  sealed interface Over {
    record Ended() implements Over {}

    /// @param due when it goes on by itself; empty where it waits for somebody
    record Left(Optional<Instant> due) implements Over {}

    /// Another claim is newer, or this process stops.
    record Lost() implements Over {}
  }

  private final Ledger ledger;
  private final EffectGate gate;
  private final Clock clock;
  private final Walker walker;
  private final RunMemory memory;
  private final Interruptible thread;
  private boolean ordered;

  Walk(
      Ledger ledger,
      EffectGate gate,
      Clock clock,
      Walker walker,
      RunMemory memory,
      Interruptible thread) {
    this.ledger = ledger;
    this.gate = gate;
    this.clock = clock;
    this.walker = walker;
    this.memory = memory;
    this.thread = thread;
    ordered = memory.claimed().ordered();
  }

  Over walk() throws InterruptedException {
    Optional<Over> over = Optional.empty();
    while (over.isEmpty()) {
      over = ordered || thread.hasRung() ? follow() : go(walker.next(memory.outcomes()));
    }
    return over.get();
  }

  private Optional<Over> go(Demand demand) throws InterruptedException {
    return switch (demand) {
      case Demand.Settle(var key, var label, var input, var outcome) -> {
        memory.settle(memory.step(key, label), input, StorableJson.checked(outcome));
        yield Optional.empty();
      }
      case Demand.Perform perform -> after(gate.perform(memory, thread, perform));
      case Demand.Pause pause -> pause(pause);
      case Demand.AskPerson _ -> leave(RunState.NEEDS_PERSON, Optional.empty());
      case Demand.End(var state, var reason) ->
          written(memory.write(new Turn.End(state, reason)), new Over.Ended());
    };
  }

  private Optional<Over> after(Passage passage) throws InterruptedException {
    return switch (passage) {
      case Passage.Through _ -> Optional.empty();
      case Passage.Stopped(Standing standing) -> stopped(standing);
      case Passage.Again(Line.Await line) -> await(line);
      case Passage.Later(Instant due) -> until(due);
    };
  }

  private Optional<Over> pause(Demand.Pause pause) throws InterruptedException {
    Optional<Instant> begun = memory.attempts(pause.key()).waitsUntil();
    Instant due = begun.orElseGet(() -> due(pause.until()));
    Step step = memory.step(pause.key(), pause.label());
    if (!due.isAfter(clock.instant())) {
      memory.settle(step, Json.NULL, new StepOutcome.Completed(waited(due)));
      return Optional.empty();
    }
    return begun.isPresent()
        ? until(due)
        : await(new Line.Await(step, Json.NULL, due, "Waits until " + due, false));
  }

  private Instant due(Demand.Until until) {
    return switch (until) {
      case Demand.Until.For(Duration time) -> clock.instant().plus(time);
      case Demand.Until.At(Instant time) -> time;
    };
  }

  private static Json waited(Instant due) {
    return new Json("{\"waited_until\":\"" + due + "\"}");
  }

  /// The wait is a row before anybody waits: whatever dies, its time is known.
  private Optional<Over> await(Line.Await line) throws InterruptedException {
    memory.remember(
        line.step().key(), memory.attempts(line.step().key()).waiting(line.due(), line.maybe()));
    if (isShort(line.due())) {
      Optional<Over> over = written(memory.write(line));
      if (over.isEmpty()) {
        sleepUntil(line.due());
      }
      return over;
    }
    return left(
        memory.write(List.of(line), leaving(RunState.WAITING, Optional.of(line.due())), List.of()),
        Optional.of(line.due()));
  }

  private Optional<Over> until(Instant due) throws InterruptedException {
    if (isShort(due)) {
      sleepUntil(due);
      return Optional.empty();
    }
    return leave(RunState.WAITING, Optional.of(due));
  }

  private boolean isShort(Instant due) {
    return Duration.between(clock.instant(), due).compareTo(SHORT) <= 0;
  }

  private void sleepUntil(Instant due) throws InterruptedException {
    Duration left = Duration.between(clock.instant(), due);
    if (!ordered && left.isPositive()) {
      thread.sleep(left);
    }
  }

  private Optional<Over> leave(RunState state, Optional<Instant> due) {
    return left(memory.write(leaving(state, due)), due);
  }

  private static Turn leaving(RunState state, Optional<Instant> due) {
    return new Turn.Leave(state, due);
  }

  private Optional<Over> left(Standing standing, Optional<Instant> due) {
    return written(standing, new Over.Left(due));
  }

  private Optional<Over> written(Standing standing) {
    return standing == Standing.MINE ? Optional.empty() : stopped(standing);
  }

  private Optional<Over> written(Standing standing, Over over) {
    return standing == Standing.MINE ? Optional.of(over) : stopped(standing);
  }

  private Optional<Over> stopped(Standing standing) {
    return switch (standing) {
      case MINE -> Optional.empty();
      case LOST -> {
        if (memory.hasUnwritten()) {
          var _ = memory.write(new Turn.Stay()); // what was done is told, also late
        }
        yield Optional.of(new Over.Lost());
      }
      case ORDERED -> {
        ordered = true;
        yield Optional.empty();
      }
    };
  }

  /// All orders that wait, oldest first; the last word on going on or not counts.
  private Optional<Over> follow() {
    ordered = false;
    List<GivenOrder> orders = ledger.orders(memory.claimed().claim().ref());
    List<Long> carriedOut = orders.stream().map(GivenOrder::id).toList();
    Turn turn = new Turn.Stay();
    List<StepKey> skipped = new ArrayList<>();
    for (GivenOrder given : orders) {
      turn = turn(turn, given, skipped);
    }
    skipped.forEach(this::skip);
    return afterOrders(memory.write(List.of(), turn, carriedOut), turn);
  }

  private Turn turn(Turn turn, GivenOrder given, List<StepKey> skipped) {
    if (turn instanceof Turn.End) {
      return turn;
    }
    return switch (given.order()) {
      case Order.Cancel _ -> new Turn.End(RunState.CANCELLED, cancelled(given));
      case Order.Pause _ -> leaving(RunState.PAUSED, Optional.empty());
      case Order.Resume _ -> leaving(RunState.QUEUED, Optional.empty());
      case Order.Skip(StepKey step) -> {
        skipped.add(step);
        yield turn;
      }
      case Order.RetryNow _ -> {
        memory.endWaits(clock.instant());
        yield turn;
      }
    };
  }

  private static String cancelled(GivenOrder given) {
    return "Cancelled by "
        + given.actor()
        + (given.reason().isEmpty() ? "" : ": " + given.reason());
  }

  /// A call that ended meanwhile keeps its outcome.
  private void skip(StepKey key) {
    memory
        .labelOf(key)
        .filter(_ -> memory.isOpen(key))
        .ifPresent(label ->
            memory.settle(
                memory.step(key, label),
                Json.NULL,
                new StepOutcome.Skipped("Skipped by a person.")));
  }

  private Optional<Over> afterOrders(Standing standing, Turn turn) {
    return switch (turn) {
      case Turn.Stay _ -> written(standing);
      case Turn.Leave _ -> written(standing, new Over.Left(Optional.empty()));
      case Turn.End _ -> written(standing, new Over.Ended());
    };
  }
}
