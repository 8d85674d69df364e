package dev.pilothouse.activities;

import dev.pilothouse.chain.Demand;
import dev.pilothouse.chain.Demand.Perform;
import dev.pilothouse.chain.Walker;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.KeptText;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Turn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The walk of one run under one claim: asks what can be done next, does it, remembers it, until
/// the run ends, leaves, or belongs to another claim. One thing after the other goes on this
/// thread; where the chain forks, each call has a thread of its own.
final class Walk {
  /// A shorter wait stays with its thread: leaving and coming back costs a workflow.
  private static final Duration SHORT = Duration.ofSeconds(3);

  /// More would be lost by a crash, and be done again, than a commit costs.
  private static final int MOST_UNWRITTEN = 500;

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
  private final SideCalls sideCalls;
  private final Waits waits;
  private final Optional<Instant> deadline;
  private boolean ordered;

  /// @param deadline after it the run fails, wherever it stands
  Walk(
      Ledger ledger,
      EffectGate gate,
      Clock clock,
      Walker walker,
      RunMemory memory,
      Interruptible thread,
      SideCalls sideCalls,
      Optional<Instant> deadline) {
    this.ledger = ledger;
    this.gate = gate;
    this.clock = clock;
    this.walker = walker;
    this.memory = memory;
    this.thread = thread;
    this.sideCalls = sideCalls;
    this.deadline = deadline;
    waits = new Waits(ledger, clock, memory);
    ordered = memory.claimed().ordered();
  }

  Over walk() throws InterruptedException {
    Optional<Over> over = Optional.empty();
    while (over.isEmpty()) {
      over = thread.isStopped() ? stopped(Standing.LOST) : next();
    }
    return over.get();
  }

  private Optional<Over> next() throws InterruptedException {
    return ordered || thread.hasRung() ? look() : go();
  }

  private Optional<Over> go() throws InterruptedException {
    Optional<Over> stopped = afterAll(sideCalls.ended());
    if (stopped.isPresent()) {
      return stopped;
    }
    if (deadline.filter(time -> !time.isAfter(clock.instant())).isPresent()) {
      return end(new Demand.End(RunState.FAILED, tooLate(deadline.get())));
    }
    Set<StepKey> underWay = sideCalls.underWay();
    Round round = new Round(!underWay.isEmpty());
    for (Demand demand : walker.next(memory.recorded(underWay))) {
      round.take(demand);
    }
    return round.through();
  }

  private static String tooLate(Instant deadline) {
    return "It was to be done by " + deadline + ", and was not.";
  }

  /// One look at all that can be done now.
  private final class Round {
    /// It was asked without the outcome of a call that went on by then.
    private final boolean besideCalls;

    private final List<Perform> calls = new ArrayList<>();
    private final List<StepKey> waiting = new ArrayList<>();
    private Optional<Demand.End> end = Optional.empty();
    private Optional<Instant> due = deadline;
    private Optional<Standing> refused = Optional.empty();
    private boolean moved;
    private boolean asks;

    Round(boolean besideCalls) {
      this.besideCalls = besideCalls;
    }

    void take(Demand demand) {
      switch (demand) {
        case Demand.Settle(var key, var label, var input, var outcome) -> {
          memory.settle(memory.step(key, label), input, outcome);
          moved = true;
        }
        case Demand.Advance(var key, var label, var progress) -> {
          advance(memory.step(key, label), progress);
          moved = true;
        }
        case Perform perform ->
            waits.until(perform.key()).ifPresentOrElse(this::wait, () -> calls.add(perform));
        case Demand.Pause pause -> take(pause.key(), waits.pause(pause));
        case Demand.Listen listen -> take(listen.key(), waits.listen(listen));
        case Demand.Call call -> take(call.key(), waits.call(call));
        case Demand.AskPerson(var key, _) -> {
          waiting.add(key);
          asks = true;
        }
        case Demand.End last -> end = Optional.of(last);
      }
    }

    private void advance(Ledger.Step loop, LoopProgress progress) {
      StorableJson.objection("output", progress.results())
          .ifPresentOrElse(
              objection -> memory.settle(loop, Json.NULL, new StepOutcome.Failed(objection)),
              () -> memory.advance(loop, progress));
    }

    private void take(StepKey step, Waits.Wait wait) {
      switch (wait) {
        case Waits.Wait.Over _ -> moved = true;
        case Waits.Wait.Until(Instant time) -> {
          waiting.add(step);
          wait(time);
        }
        case Waits.Wait.Refused(Standing standing) -> refused = Optional.of(standing);
      }
    }

    private void wait(Instant time) {
      due = due.filter(known -> known.isBefore(time)).or(() -> Optional.of(time));
    }

    Optional<Over> through() throws InterruptedException {
      if (refused.isPresent()) {
        return stopped(refused.get());
      }
      if (end.isPresent()) {
        return end(end.get());
      }
      if (!calls.isEmpty()) {
        return make();
      }
      return moved ? flushIfMuch() : rest();
    }

    private Optional<Over> make() throws InterruptedException {
      if (calls.size() == 1 && !moved && sideCalls.isIdle()) {
        Perform alone = calls.getFirst();
        return after(passed(alone));
      }
      calls.forEach(call -> sideCalls.begin(call.key(), () -> passed(call)));
      return Optional.empty();
    }

    private Optional<Over> rest() throws InterruptedException {
      if (!sideCalls.isIdle()) {
        return flushAndSleep();
      }
      if (besideCalls) {
        return Optional.empty(); // the last call has ended since all of this was asked
      }
      if (due.isEmpty() && !asks) {
        throw new IllegalStateException("it waits for nothing and has not ended");
      }
      return due.filter(Walk.this::isShort).isPresent()
          ? flushAndSleep()
          : leave(new Turn.Leave(asks ? RunState.NEEDS_PERSON : RunState.WAITING, due, waiting));
    }

    private Optional<Over> flushAndSleep() throws InterruptedException {
      Optional<Over> over = flush();
      if (over.isEmpty() && !ordered) {
        thread.sleep(
            due.map(time -> Duration.between(clock.instant(), time))
                .filter(left -> left.compareTo(LONGEST_SLEEP) < 0)
                .orElse(LONGEST_SLEEP));
      }
      return over;
    }
  }

  /// It is woken for whatever happens; this is for what nobody foresaw.
  private static final Duration LONGEST_SLEEP = Duration.ofMinutes(1);

  /// A wait that comes of it is remembered before anybody asks again what can be done.
  private Passage passed(Perform call) throws InterruptedException {
    Passage passage = gate.perform(memory, thread.call(), call);
    if (passage instanceof Passage.Again(Line.Await line)) {
      memory.await(line);
    }
    return passage;
  }

  private Optional<Over> afterAll(List<Passage> passages) throws InterruptedException {
    for (Passage passage : passages) {
      Optional<Over> over = after(passage);
      if (over.isPresent()) {
        return over;
      }
    }
    return Optional.empty();
  }

  private Optional<Over> after(Passage passage) throws InterruptedException {
    return switch (passage) {
      case Passage.Through _, Passage.Again _, Passage.Later _ -> Optional.empty();
      case Passage.Stopped(Standing standing) -> stopped(standing);
    };
  }

  private Optional<Over> flushIfMuch() throws InterruptedException {
    return memory.unwritten() > MOST_UNWRITTEN ? flush() : Optional.empty();
  }

  private Optional<Over> flush() throws InterruptedException {
    return memory.hasUnwritten() ? written(memory.write(new Turn.Stay())) : Optional.empty();
  }

  /// Calls that were left behind are waited for: their outcome is the run's.
  private Optional<Over> end(Demand.End end) throws InterruptedException {
    if (!sideCalls.isIdle()) {
      sideCalls.awaitIdle();
      return Optional.empty();
    }
    return written(
        memory.write(new Turn.End(end.state(), KeptText.of(end.reason()))), new Over.Ended());
  }

  private boolean isShort(Instant due) {
    return Duration.between(clock.instant(), due).compareTo(SHORT) <= 0;
  }

  private Optional<Over> leave(Turn.Leave leaving) throws InterruptedException {
    return written(memory.write(leaving), new Over.Left(leaving.due()));
  }

  private Optional<Over> written(Standing standing) throws InterruptedException {
    return standing == Standing.MINE ? Optional.empty() : stopped(standing);
  }

  private Optional<Over> written(Standing standing, Over over) throws InterruptedException {
    return standing == Standing.MINE ? Optional.of(over) : stopped(standing);
  }

  private Optional<Over> stopped(Standing standing) throws InterruptedException {
    return switch (standing) {
      case MINE -> Optional.empty();
      case LOST -> {
        sideCalls.awaitIdle();
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

  /// All orders that wait, oldest first; the last word on going on or not counts. And all letters.
  private Optional<Over> look() throws InterruptedException {
    List<GivenOrder> orders = ledger.orders(memory.claimed().claim().ref());
    memory.letters(ledger.letters(memory.claimed().claim()));
    if (orders.stream().anyMatch(this::waitsForCalls)) {
      sideCalls.awaitIdle();
    }
    boolean wasOrdered = ordered;
    ordered = false;
    return orders.isEmpty() && !wasOrdered ? Optional.empty() : follow(orders);
  }

  /// A step whose call is under way can be left out once that call has ended without an outcome.
  private boolean waitsForCalls(GivenOrder given) {
    return switch (given.order()) {
      case Order.Cancel _, Order.Pause _, Order.Resume _ -> true;
      case Order.Skip(StepKey step) -> sideCalls.underWay().contains(step);
      case Order.RetryNow _ -> false;
    };
  }

  private Optional<Over> follow(List<GivenOrder> orders) throws InterruptedException {
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
      case Order.Pause _ -> new Turn.Leave(RunState.PAUSED, Optional.empty());
      case Order.Resume _ -> new Turn.Leave(RunState.QUEUED, Optional.empty());
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

  private Optional<Over> afterOrders(Standing standing, Turn turn) throws InterruptedException {
    return switch (turn) {
      case Turn.Stay _ -> written(standing);
      case Turn.Leave _ -> written(standing, new Over.Left(Optional.empty()));
      case Turn.End _ -> written(standing, new Over.Ended());
    };
  }
}
