package dev.pilothouse.activities;

import static dev.pilothouse.activities.AWalk.call;
import static dev.pilothouse.activities.AWalk.tryAgain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Line;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WalkTest {
  private static final StepKey CALL = new StepKey("call");
  private static final String AFTER = ", {\"id\": \"after\", \"do\": \"keyed\", \"with\": {}}";

  private final AWalk a = new AWalk();

  // ------------------------------------------------------------------ commits

  @Test
  void writesPureStepsTogetherWithTheEnd() {
    RunRef run =
        a.queued("{\"id\": \"a\", \"do\": \"compute\"}, {\"id\": \"b\", \"do\": \"compute\"}");

    a.walk(run);

    assertThat(a.ledger.written())
        .singleElement()
        .satisfies(writing -> assertThat(writing.lines()).hasSize(2));
  }

  @Test
  void writesAnOutcomeTogetherWithTheNextReservation() {
    a.walk(a.queued(call("keyed") + AFTER));

    assertThat(a.ledger.written())
        .extracting(writing -> writing.lines().stream().map(WalkTest::kind).toList().toString())
        .containsExactly("[reserve call]", "[settle call, reserve after]", "[settle after]");
  }

  @Test
  void tellsTheOutcomeOfACallAlsoWhenItsClaimIsLost() {
    RunRef run = a.queued(call("once") + AFTER);
    a.actions.answer(call -> {
      a.ledger.claimed(run);
      return FakeActions.DONE;
    });

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Lost());

    StepRecord step = a.ledger.step(run, "call");
    assertThat(step.settlement().orElseThrow().late()).isTrue();
    assertThat(step.outcome().orElseThrow()).isInstanceOf(StepOutcome.Completed.class);
    assertThat(a.actions.calls).hasSize(1);
  }

  // ------------------------------------------------------------------ waits

  @Test
  void staysForAShortWait() {
    RunRef run = a.queued("{\"id\": \"nap\", \"wait\": \"2s\"}");
    a.ledger.after(writing -> {
      if (writing.lines().stream().anyMatch(Line.Await.class::isInstance)) {
        a.clock.move(Duration.ofSeconds(2));
        a.thread.wake();
      }
    });

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.ledger.step(run, "nap").awaiting()).isPresent();
  }

  @Test
  void leavesForALongWaitAndComesBack() {
    RunRef run = a.queued("{\"id\": \"nap\", \"wait\": \"1h\"}" + AFTER);

    assertThat(a.walk(run)).isInstanceOf(Walk.Over.Left.class);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.WAITING);

    assertThat(a.walkAfter(Duration.ofHours(1), run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.ledger.outcome(run, "nap"))
        .contains(
            new StepOutcome.Completed(new Json("{\"waited_until\":\"2026-11-20T10:00:00Z\"}")));
  }

  @Test
  void waitsForNothingThatIsOver() {
    RunRef run = a.queued("{\"id\": \"nap\", \"wait\": {\"until\": \"2026-11-20T08:00:00Z\"}}");

    a.walk(run);

    assertThat(a.ledger.step(run, "nap").awaiting()).isEmpty();
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'wait': {'until': '${event.data.year}'} | expression.failed",
        "'wait': {'event': 'x', 'where': {'data.id': '${event.data.nul}'}, 'for': '1h'} | where.unstorable",
        "'wait': {'event': 'x', 'where': {'data.id': '${event.data.long}'}, 'for': '1h'} | where.too_large",
        "'call': 'Other', 'with': {'id': '${event.data.nul}'} | input.unstorable",
        "'set': {'id': '${event.data.nul}'} | output.unstorable",
        "'set': {'id': '${int(event.data.nul)}'} | expression.failed",
        "'for_each': '[1, 2, 3]', 'collect': 'event.data.nul', 'steps': [{'id': 'b', 'do': 'pure'}] | output.unstorable",
      })
  void failsAStepThatTheLedgerCouldNotKeep(String step, String code) {
    Json data =
        new Json(
            "{\"year\": \"+12000-01-01T00:00:00Z\", \"nul\": \"a\\u0000\", \"long\": \"%s\"}"
                .formatted("x".repeat(5_000)));
    RunRef run = a.ledger.queued("{\"id\": \"a\", %s}".formatted(step.replace('\'', '"')), data);

    a.walk(run);

    assertThat(a.ledger.outcome(run, "a").orElseThrow())
        .isInstanceOfSatisfying(
            StepOutcome.Failed.class, it -> assertThat(it.error().code()).isEqualTo(code));
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FAILED);
  }

  // ------------------------------------------------------------------ orders

  @Test
  void endsACancelledRunAndNamesWhoCancelled() {
    RunRef run = a.queued(call("once"));
    a.ledger.order(run, new Order.Cancel());

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());

    assertThat(a.ledger.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(a.ledger.reason(run)).isEqualTo("Cancelled by priya: why");
  }

  @Test
  void pausesBetweenTwoSteps() {
    RunRef run = a.queued(call("once") + AFTER);
    orderInTheCall(run, new Order.Pause());

    assertThat(a.walk(run)).isInstanceOf(Walk.Over.Left.class);

    assertThat(a.ledger.state(run)).isEqualTo(RunState.PAUSED);
    assertThat(a.ledger.outcome(run, "call").orElseThrow())
        .isInstanceOf(StepOutcome.Completed.class);
    assertThat(a.ledger.outcome(run, "after")).isEmpty();
  }

  @Test
  void goesOnWhereItWasPaused() {
    RunRef run = a.queued(call("once") + AFTER);
    orderInTheCall(run, new Order.Pause());
    a.walk(run);

    a.ledger.order(run, new Order.Resume());
    a.walk(run);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.QUEUED);
    a.walk(run);

    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
    assertThat(a.actions.calls).extracting(ActionCall::effect).doesNotHaveDuplicates().hasSize(2);
  }

  @Test
  void knowsAfterAPauseThatTheCallBeforeItDidNotAct() {
    RunRef run = a.queued(call("once"));
    a.actions.answer(call -> {
      if (call.attempt() == 1) {
        a.ledger.order(run, new Order.Pause());
        return tryAgain(Acted.NO);
      }
      return FakeActions.DONE;
    });
    a.walk(run);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.PAUSED);

    a.ledger.order(run, new Order.Resume());
    a.walk(run);
    a.walkAfter(Duration.ofMinutes(1), run);

    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
    assertThat(a.actions.calls).hasSize(2);
  }

  @Test
  void skipsTheStepThatWaits() {
    RunRef run = a.queued(call("keyed") + AFTER);
    a.actions.answer(
        call -> call.effect().step().equals(CALL) ? tryAgain(Acted.NO) : FakeActions.DONE);
    a.walk(run);

    a.ledger.order(run, new Order.Skip(CALL));
    a.walk(run);

    assertThat(a.ledger.outcome(run, "call"))
        .contains(new StepOutcome.Skipped("Skipped by a person."));
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void skipsTheStepWhoseOutcomeIsUnknown() {
    RunRef run = a.queued(call("once") + AFTER);
    a.actions.answer(
        call -> call.effect().step().equals(CALL) ? tryAgain(Acted.MAYBE) : FakeActions.DONE);
    a.walk(run);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.NEEDS_PERSON);

    a.ledger.order(run, new Order.Skip(CALL));
    a.walk(run);

    assertThat(a.ledger.outcome(run, "call").orElseThrow()).isInstanceOf(StepOutcome.Skipped.class);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void keepsTheOutcomeOfACallThatEndedBeforeItCouldBeSkipped() {
    RunRef run = a.queued(call("once") + AFTER);
    orderInTheCall(run, new Order.Skip(CALL));

    a.walk(run);

    assertThat(a.ledger.outcome(run, "call").orElseThrow())
        .isInstanceOf(StepOutcome.Completed.class);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void skipsACallThatEndedWithoutAnAnswerThatTells() {
    RunRef run = a.queued(call("once"));
    a.actions.answer(_ -> {
      a.ledger.order(run, new Order.Skip(CALL));
      a.thread.ring();
      return tryAgain(Acted.MAYBE);
    });

    a.walk(run);

    assertThat(a.ledger.outcome(run, "call").orElseThrow()).isInstanceOf(StepOutcome.Skipped.class);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void retriesAtOnceWhatWaits() {
    RunRef run = a.queued(call("keyed"));
    a.actions.answer(tryAgain(Acted.NO), FakeActions.DONE);
    a.walk(run);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.WAITING);

    a.ledger.order(run, new Order.RetryNow());
    a.walk(run);

    assertThat(a.actions.calls).hasSize(2);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void lastWordOnGoingOnCountsAndACancelIsTheLastOfAll() {
    RunRef paused = a.queued(call("once"));
    a.ledger.order(paused, new Order.Resume());
    a.ledger.order(paused, new Order.Pause());
    RunRef cancelled = a.queued(call("once"));
    a.ledger.order(cancelled, new Order.Cancel());
    a.ledger.order(cancelled, new Order.Pause());

    a.walk(paused);
    a.walk(cancelled);

    assertThat(a.ledger.state(paused)).isEqualTo(RunState.PAUSED);
    assertThat(a.ledger.state(cancelled)).isEqualTo(RunState.CANCELLED);
  }

  // ------------------------------------------------------------------ cut

  @Test
  void cutsAnOpenCallOfAnEffectAndSaysThatNobodyKnows() {
    RunRef run = a.queued(call("once"));

    cancelInTheOpenCall(run);

    assertThat(a.ledger.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(a.ledger.outcome(run, "call").orElseThrow()).isInstanceOf(StepOutcome.Unknown.class);
  }

  @Test
  void cutsAnOpenCallThatChangesNothingAndSkipsIt() {
    RunRef run = a.queued(call("pure"));

    cancelInTheOpenCall(run);

    assertThat(a.ledger.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(a.ledger.outcome(run, "call").orElseThrow()).isInstanceOf(StepOutcome.Skipped.class);
  }

  @Test
  void knowsThatACallDidNotHappenThatWasCutBeforeItBegan() {
    RunRef run = a.queued(call("once"));
    cancelOnceReserved(run);

    a.walk(run);

    assertThat(a.actions.calls).isEmpty();
    assertThat(a.ledger.outcome(run, "call"))
        .contains(new StepOutcome.Skipped("Cancelled before it was sent."));
    assertThat(a.ledger.state(run)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void doesNotKnowOfAnEarlierAttemptOfACallThatWasCutBeforeItBegan() {
    RunRef run = a.queued(call("keyed"));
    a.actions.answer(tryAgain(Acted.MAYBE));
    a.walk(run);
    cancelOnceReserved(run);

    a.walkAfter(Duration.ofMinutes(1), run);

    assertThat(a.actions.calls).hasSize(1);
    assertThat(a.ledger.outcome(run, "call")).containsInstanceOf(StepOutcome.Unknown.class);
  }

  private void cancelOnceReserved(RunRef run) {
    a.ledger.after(writing -> {
      if (writing.lines().stream().anyMatch(Line.Reserve.class::isInstance)) {
        a.ledger.order(run, new Order.Cancel());
        a.thread.cut();
      }
    });
  }

  @Test
  void leavesTheRowsOfAnOpenCallAloneWhenItsProcessStops() throws Exception {
    RunRef run = a.queued(call("keyed") + AFTER);
    CountDownLatch open = new CountDownLatch(1);
    a.actions.neverAnswer(open);
    AtomicBoolean stopped = new AtomicBoolean();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Claimed claimed = a.ledger.claimed(run);
      threads.execute(() -> stopped.set(isStopped(claimed)));
      open.await();
      threads.shutdownNow();
    }

    assertThat(stopped).isTrue();
    assertThat(a.ledger.step(run, "call").inDoubt()).isTrue();
    assertThat(a.ledger.state(run)).isEqualTo(RunState.RUNNING);
  }

  private boolean isStopped(Claimed claimed) {
    try {
      a.walkOf(claimed).walk();
      return false;
    } catch (InterruptedException stopped) {
      return true;
    }
  }

  private void cancelInTheOpenCall(RunRef run) {
    CountDownLatch open = new CountDownLatch(1);
    a.actions.neverAnswer(open);
    CompletableFuture<Walk.Over> over = CompletableFuture.supplyAsync(() -> a.walk(run));
    try {
      open.await();
    } catch (InterruptedException unexpected) {
      throw new IllegalStateException(unexpected);
    }
    a.ledger.order(run, new Order.Cancel());
    a.thread.cut();
    assertThat(over.join()).isEqualTo(new Walk.Over.Ended());
  }

  /// Given while the call is under way, as the bell brings it.
  private void orderInTheCall(RunRef run, Order order) {
    a.actions.answer(call -> {
      if (call.effect().step().equals(CALL)) {
        a.ledger.order(run, order);
        a.thread.ring();
      }
      return FakeActions.DONE;
    });
  }

  private static String kind(Line line) {
    return switch (line) {
          case Line.Reserve _ -> "reserve ";
          case Line.Settle _ -> "settle ";
          case Line.Await _ -> "await ";
          case Line.Advance _ -> "advance ";
        }
        + line.step().key();
  }
}
