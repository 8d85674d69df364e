package dev.pilothouse.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.Ledger.Line;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a walk does where its chain forks, loops, listens and calls.
class ForkedWalkTest {
  private static final String TWO_CALLS =
      "{\"id\": \"both\", \"parallel\": {\"a\": ["
          + AWalk.call("once").replace("\"call\"", "\"a\"")
          + "], \"b\": ["
          + AWalk.call("once").replace("\"call\"", "\"b\"")
          + "]}}";

  private static final Json DONE = new Json("{\"ok\":true}");

  private final AWalk a = new AWalk();

  @Test
  void makesTheCallsOfBranchesBesideEachOther() {
    CountDownLatch bothAreOpen = new CountDownLatch(2);
    a.actions.answer(_ -> met(bothAreOpen));
    RunRef run = a.queued(TWO_CALLS);

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());

    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
    assertThat(a.ledger.outcome(run, "both"))
        .contains(new StepOutcome.Completed(new Json("{\"done\":[\"a\",\"b\"]}")));
  }

  private static ActionAnswer met(CountDownLatch all) throws InterruptedException {
    all.countDown();
    all.await();
    return FakeActions.DONE;
  }

  @Test
  void leavesWhenOneBranchWaitsLongAndTheOtherIsDone() {
    RunRef run =
        a.queued(
            "{\"parallel\": {\"a\": [{\"id\": \"nap\", \"wait\": \"1h\"}], \"b\": ["
                + AWalk.call("once")
                + "]}}");

    assertThat(a.walk(run)).isInstanceOf(Walk.Over.Left.class);
    assertThat(a.ledger.outcome(run, "call")).isPresent();
    assertThat(a.ledger.state(run)).isEqualTo(RunState.WAITING);

    assertThat(a.walkAfter(Duration.ofHours(1), run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.actions.calls).hasSize(1);
  }

  @Test
  void waitsForTheSoonestOfItsBranches() {
    RunRef run =
        a.queued("{\"parallel\": {\"a\": [{\"wait\": \"2h\"}], \"b\": [{\"wait\": \"1h\"}]}}");

    assertThat(a.walk(run))
        .isEqualTo(new Walk.Over.Left(Optional.of(a.clock.instant().plus(Duration.ofHours(1)))));
    assertThat(a.walkAfter(Duration.ofHours(1), run))
        .isEqualTo(new Walk.Over.Left(Optional.of(a.clock.instant().plus(Duration.ofHours(1)))));
    assertThat(a.walkAfter(Duration.ofHours(1), run)).isEqualTo(new Walk.Over.Ended());
  }

  @Test
  void goesOnWithOneBranchWhileAnotherAsksAPerson() {
    a.actions.answer(call ->
        call.effect().step().text().equals("a") ? AWalk.tryAgain(Acted.MAYBE) : FakeActions.DONE);
    RunRef run = a.queued(TWO_CALLS);

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Left(Optional.empty()));

    assertThat(a.ledger.state(run)).isEqualTo(RunState.NEEDS_PERSON);
    assertThat(a.ledger.outcome(run, "b")).containsInstanceOf(StepOutcome.Completed.class);
  }

  @Test
  void asksAPersonWhileAnotherBranchWaits() {
    a.actions.answer(AWalk.tryAgain(Acted.MAYBE));
    RunRef run =
        a.queued(
            "{\"parallel\": {\"a\": ["
                + AWalk.call("once")
                + "], \"b\": [{\"id\": \"nap\", \"wait\": \"1h\"}]}}");

    a.walk(run);

    assertThat(a.ledger.state(run)).isEqualTo(RunState.NEEDS_PERSON);
    a.walkAfter(Duration.ofHours(1), run);
    assertThat(a.ledger.outcome(run, "nap")).isPresent();
    assertThat(a.ledger.state(run)).isEqualTo(RunState.NEEDS_PERSON);
  }

  @Test
  void cutsAllCallsOfARunThatIsCancelled() {
    AtomicInteger open = new AtomicInteger();
    RunRef run = a.queued(TWO_CALLS);
    a.actions.answer(_ -> {
      if (open.incrementAndGet() == 2) {
        a.ledger.order(run, new Order.Cancel());
        a.thread.cut();
      }
      new CountDownLatch(1).await();
      return FakeActions.DONE;
    });

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());

    assertThat(a.ledger.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(List.of("a", "b"))
        .allSatisfy(step ->
            assertThat(a.ledger.outcome(run, step)).containsInstanceOf(StepOutcome.Unknown.class));
  }

  @Test
  void leavesOutAStepOnceTheCallHasEndedThatWasUnderWay() {
    RunRef run = a.queued(TWO_CALLS);
    CountDownLatch bothAreOpen = new CountDownLatch(2);
    a.actions.answer(call -> {
      ActionAnswer answer = met(bothAreOpen);
      if (call.effect().step().text().equals("b")) {
        return answer;
      }
      a.ledger.order(run, new Order.Skip(new StepKey("a")));
      a.thread.ring();
      boolean _ = new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS); // it looks meanwhile
      return AWalk.tryAgain(Acted.NO);
    });

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());

    assertThat(a.ledger.outcome(run, "a")).containsInstanceOf(StepOutcome.Skipped.class);
  }

  @Test
  void hasNoMoreItemsUnderWayThanItsLoopAllows() {
    AtomicInteger open = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    a.actions.answer(_ -> {
      most.accumulateAndGet(open.incrementAndGet(), Math::max);
      open.decrementAndGet();
      return FakeActions.DONE;
    });
    RunRef run =
        a.queued(
            "{\"id\": \"each\", \"for_each\": \"[1,2,3,4,5,6,7,8,9]\", \"parallel\": 3, \"steps\": ["
                + AWalk.call("once")
                + "]}");

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());

    assertThat(a.actions.calls).hasSize(9).extracting(ActionCall::effect).doesNotHaveDuplicates();
    assertThat(most.get()).isLessThanOrEqualTo(3);
    assertThat(a.ledger.outcome(run, "each"))
        .contains(new StepOutcome.Completed(new Json("{\"count\":9,\"failed\":0}")));
  }

  @Test
  void goesOnWithALoopWhereAnotherWalkLeftIt() {
    RunRef run =
        a.queued(
            "{\"id\": \"each\", \"for_each\": \"[1,2,3]\", \"steps\": [{\"id\": \"nap\", \"wait\": \"1h\"}]}");

    a.walk(run);
    a.walkAfter(Duration.ofHours(1), run);
    a.walkAfter(Duration.ofHours(1), run);
    assertThat(a.ledger.step(run, "each").progress().orElseThrow().done()).isEqualTo(2);

    assertThat(a.walkAfter(Duration.ofHours(1), run)).isEqualTo(new Walk.Over.Ended());
  }

  @Test
  void writesALongLoopOfPureStepsInParts() {
    RunRef run =
        a.queued(
            "{\"id\": \"each\", \"for_each\": \"["
                + "1,".repeat(1_500)
                + "1]\", \"steps\": [{\"do\": \"compute\"}]}");

    a.walk(run);

    assertThat(a.ledger.written()).hasSizeGreaterThan(2);
    assertThat(a.ledger.written())
        .allSatisfy(writing -> assertThat(writing.lines().size()).isLessThan(600));
  }

  // ------------------------------------------------------------------ letters

  @Test
  void goesOnWhenTheEventComesThatItWaitsFor() {
    RunRef run =
        a.queued("{\"id\": \"paid\", \"wait\": {\"event\": \"invoice.paid\", \"for\": \"3d\"}}");

    assertThat(a.walk(run)).isInstanceOf(Walk.Over.Left.class);
    a.ledger.send(run, "paid", "{\"id\":\"7\"}");

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.ledger.outcome(run, "paid"))
        .contains(
            new StepOutcome.Completed(new Json("{\"arrived\":true,\"event\":{\"id\":\"7\"}}")));
  }

  @Test
  void goesOnWithoutAnEventThatDoesNotComeInTime() {
    RunRef run =
        a.queued("{\"id\": \"paid\", \"wait\": {\"event\": \"invoice.paid\", \"for\": \"3d\"}}");

    a.walk(run);

    assertThat(a.walkAfter(Duration.ofDays(3), run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.ledger.outcome(run, "paid"))
        .contains(new StepOutcome.Completed(new Json("{\"arrived\":false}")));
  }

  @Test
  void doesNotWaitWithAnotherBranchWhenACallEndsJustThen() {
    RunRef run =
        a.queued(
            "{\"parallel\": {\"a\": [{\"id\": \"nap\", \"wait\": \"1h\"}], \"b\": ["
                + AWalk.call("once")
                + ", {\"id\": \"then\", \"do\": \"keyed\"}]}}");
    Queue<Runnable> calls = new ArrayDeque<>();
    a.beside = calls::add;
    a.clock.whenAsked(() -> Optional.ofNullable(calls.poll()).ifPresent(Runnable::run));

    assertThat(a.walk(run)).isInstanceOf(Walk.Over.Left.class);

    assertThat(a.ledger.outcome(run, "then")).contains(new StepOutcome.Completed(DONE));
  }

  @Test
  void hearsALetterWhileAnotherBranchIsInACall() {
    RunRef run =
        a.queued(
            "{\"parallel\": {\"a\": [{\"id\": \"paid\", \"wait\": {\"event\": \"invoice.paid\"}}, {\"id\": \"then\", \"do\": \"keyed\"}], \"b\": ["
                + AWalk.call("once")
                + "]}}");
    CountDownLatch then = new CountDownLatch(1);
    a.actions.answer(call -> {
      if (call.effect().step().equals(new StepKey("then"))) {
        then.countDown();
        return FakeActions.DONE;
      }
      a.ledger.send(run, "paid", "{}");
      a.thread.ring();
      then.await();
      return FakeActions.DONE;
    });

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void callsOnceAndFailsWithTheRunItCalled() {
    RunRef run = a.queued("{\"id\": \"other\", \"call\": \"Other\", \"with\": {}}");

    a.walk(run);
    assertThat(a.ledger.called(run)).containsExactly("Other");

    a.ledger.send(run, "other", "{\"run\":\"r\",\"state\":\"failed\",\"reason\":\"no\"}");
    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FAILED);
    assertThat(a.ledger.reason(run)).contains("The called run r ended as 'failed': no");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"wait\": {\"event\": \"invoice.paid\", \"for\": \"7d\"}",
        "\"call\": \"Other\", \"timeout\": \"7d\""
      })
  void retriesAtOnceWithoutGivingUpWhatAnotherBranchListensFor(String listens) {
    RunRef run =
        a.queued(
            "{\"parallel\": {\"a\": ["
                + AWalk.call("once")
                + "], \"b\": [{\"id\": \"other\", "
                + listens
                + "}]}}");
    a.actions.answer(AWalk.tryAgain(Acted.NO), FakeActions.DONE);
    a.walk(run);

    a.ledger.order(run, new Order.RetryNow());
    a.walk(run);

    assertThat(a.ledger.outcome(run, "call")).isPresent();
    assertThat(a.ledger.awaits(run, "other")).isTrue();
    assertThat(a.ledger.state(run)).isEqualTo(RunState.WAITING);
  }

  // ------------------------------------------------------------------ deadlines

  @Test
  void failsARunWhoseTimeIsOver() {
    a.deadline = Optional.of(a.clock.instant().plus(Duration.ofMinutes(10)));
    RunRef run = a.queued("{\"wait\": \"1h\"}");

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Left(a.deadline));
    assertThat(a.walkAfter(Duration.ofMinutes(10), run)).isEqualTo(new Walk.Over.Ended());
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FAILED);
    assertThat(a.ledger.reason(run)).startsWith("It was to be done by ");
  }

  @Test
  void tellsTheOutcomesOfAllCallsAlsoWhenItsClaimIsLost() {
    RunRef run = a.queued(TWO_CALLS);
    CountDownLatch bothAreOpen = new CountDownLatch(2);
    a.actions.answer(call -> {
      if (call.effect().step().text().equals("a")) {
        met(bothAreOpen);
        return FakeActions.DONE;
      }
      met(bothAreOpen);
      a.ledger.claimed(run);
      return FakeActions.DONE;
    });

    assertThat(a.walk(run)).isEqualTo(new Walk.Over.Lost());
    assertThat(a.ledger.written())
        .flatExtracting(writing -> writing.lines())
        .filteredOn(Line.Settle.class::isInstance)
        .hasSizeGreaterThanOrEqualTo(2);
  }
}
