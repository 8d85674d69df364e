package dev.pilothouse.activities;

import static dev.pilothouse.activities.AWalk.call;
import static dev.pilothouse.activities.AWalk.tryAgain;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.contracts.WalkAnswer;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.BornRuns;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.RunStarter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WalksTest {
  private static final Duration ELSEWHERE = Duration.ofSeconds(11);
  private static final String WAITS = "{\"id\": \"nap\", \"wait\": \"1h\"}";

  private final MovedClock clock = new MovedClock();
  private final FakeLedger ledger = new FakeLedger(clock);
  private final FakeActions actions = new FakeActions();
  private final BornRuns born = new BornRuns();
  private final List<RunRef> freed = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> nudged = new LinkedBlockingQueue<>();
  private final AtomicBoolean held = new AtomicBoolean();
  private final Walks walks = walks(GateConfig.defaults());

  @AfterEach
  void stop() {
    walks.close();
  }

  @Test
  void endsWhenEachRunHasEnded() {
    RunRef one = ledger.queued(call("keyed"));
    RunRef two = ledger.queued(call("compute"));

    assertThat(quietSlice("batch/1", one, two)).isEqualTo(new WalkAnswer.Ended());

    assertThat(ledger.state(one)).isEqualTo(RunState.FINISHED);
    assertThat(ledger.state(two)).isEqualTo(RunState.FINISHED);
    assertThat(walks.underWay()).isEmpty();
  }

  @Test
  void walksABornRunUnderTheClaimItWasBornWith() {
    RunRef run = ledger.queued(call("keyed"));
    Claimed claimed = ledger.claimed(run);
    born.add(claimed);

    quietSlice("run/1", run);

    assertThat(ledger.fence(run)).isEqualTo(claimed.claim().fence());
    assertThat(ledger.state(run)).isEqualTo(RunState.FINISHED);
    assertThat(born.runs()).isEmpty();
  }

  // ------------------------------------------------------------------ before the workflow comes

  @Test
  void walksABornRunBeforeItsWorkflowComes() {
    RunRef run = ledger.queued(call("keyed"));
    born.add(ledger.claimed(run));
    untilNothingIsWalked();

    assertThat(ledger.state(run)).isEqualTo(RunState.FINISHED);
    assertThat(slice("run/1", run)).isEqualTo(new WalkAnswer.Ended());
    assertThat(ledger.fence(run)).isOne();
  }

  @Test
  void holdsAnEarlyWalkFromTheMomentTheWorkflowComes() throws Exception {
    RunRef run = ledger.queued(call("keyed"));
    CountDownLatch answer = new CountDownLatch(1);
    actions.answer(_ -> {
      answer.await();
      return FakeActions.DONE;
    });
    born.add(ledger.claimed(run));

    assertThat(slice("run/1", run)).isInstanceOf(WalkAnswer.Again.class);
    answer.countDown();

    assertThat(nudged.poll(20, TimeUnit.SECONDS)).isEqualTo("run/1");
    assertThat(ledger.fence(run)).isOne();
    assertThat(slice("run/1", run)).isEqualTo(new WalkAnswer.Ended());
  }

  @Test
  void letsTheRunsWorkflowWaitWithAnEarlyWalkThatLeft() {
    RunRef run = ledger.queued(WAITS);
    born.add(ledger.claimed(run));
    untilFreed(run);

    assertThat(within(slice("run/1", run))).isEqualTo(Duration.ofHours(1));
    assertThat(ledger.fence(run)).isOne();
  }

  @Test
  void tellsTemporalsPageWhatARunWaitsFor() {
    RunRef run = ledger.queued(WAITS);

    assertThat(quietSlice("run/1", run))
        .isEqualTo(
            new WalkAnswer.Again(Duration.ofHours(1), "'Test' waits until 2026-11-20T10:00:00Z"));
  }

  @Test
  void letsNoBatchWaitWithAnEarlyWalkThatLeft() {
    RunRef run = ledger.queued(WAITS);
    born.add(ledger.claimed(run));
    untilFreed(run);

    assertThat(quietSlice("batch/1", run, ledger.queued(call("compute"))))
        .isEqualTo(new WalkAnswer.Ended());
  }

  @Test
  void takesUpAgainAnEarlyWalkThatBroke() {
    RunRef run = ledger.queued(call("compute"));
    AtomicBoolean broken = new AtomicBoolean(true);
    ledger.before(_ -> {
      if (broken.getAndSet(false)) {
        throw new IllegalStateException("the database is away");
      }
    });
    born.add(ledger.claimed(run));
    untilNothingIsWalked();

    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Ended());
    assertThat(ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void beginsNothingEarlyWhileHeld() {
    RunRef run = ledger.queued(call("compute"));
    held.set(true);

    born.add(ledger.claimed(run));

    assertThat(walks.underWay()).isEmpty();
    assertThat(born.runs()).containsExactly(run.run());
  }

  // ------------------------------------------------------------------ the workflow

  @Test
  void comesAgainWhenARunOfItsOwnIsDue() {
    RunRef run = ledger.queued(WAITS);

    assertThat(within(quietSlice("run/1", run))).isEqualTo(Duration.ofHours(1));
    clock.move(Duration.ofMinutes(20));
    assertThat(within(quietSlice("run/1", run))).isEqualTo(Duration.ofMinutes(40));
    clock.move(Duration.ofMinutes(40));
    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Ended());

    assertThat(freed).isEmpty();
  }

  @Test
  void comesAgainAfterADayForWhatWaitsForAPerson() {
    RunRef run = ledger.queued(call("once"));
    actions.answer(_ -> tryAgain(Acted.MAYBE));

    assertThat(within(quietSlice("run/1", run))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void letsARunThatWaitsLeaveTheBatch() {
    RunRef waits = ledger.queued(WAITS);
    RunRef ends = ledger.queued(call("compute"));

    assertThat(quietSlice("batch/1", waits, ends)).isEqualTo(new WalkAnswer.Ended());

    assertThat(freed).containsExactly(waits);
    assertThat(ledger.state(waits)).isEqualTo(RunState.WAITING);
  }

  @Test
  void waitsWithARunWhoseTurnIsYetToCome() {
    RunRef run = ledger.queued(call("compute"));
    ledger.behind(run, true);

    assertThat(slice("run/1", run))
        .isEqualTo(
            new WalkAnswer.Again(
                Duration.ofDays(1), "'Test' waits for the runs of its key before it"));

    ledger.behind(run, false);
    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Ended());
  }

  @Test
  void letsARunLeaveTheBatchWhoseTurnIsYetToCome() {
    RunRef run = ledger.queued(call("compute"));
    ledger.behind(run, true);

    assertThat(quietSlice("batch/1", run, ledger.queued(call("compute"))))
        .isEqualTo(new WalkAnswer.Ended());
  }

  @Test
  void comesAgainForARunThatAnotherProcessOwns() {
    RunRef run = ledger.queued(call("keyed"));
    ledger.walkElsewhere(run);

    assertThat(within(quietSlice("batch/1", run, ledger.queued(call("compute")))))
        .isEqualTo(ELSEWHERE);
    assertThat(actions.calls).hasSize(1);
  }

  @Test
  void walksNothingWhileHeld() {
    RunRef run = ledger.queued(call("keyed"));
    held.set(true);

    assertThat(within(slice("run/1", run))).isEqualTo(ELSEWHERE);

    assertThat(ledger.state(run)).isEqualTo(RunState.QUEUED);
  }

  @Test
  void letsAnOpenCallGoOnAfterTheSliceAndNudgesTheWorkflowWhenDone() throws Exception {
    RunRef run = ledger.queued(call("once") + ", {\"id\": \"after\", \"do\": \"keyed\"}");
    CountDownLatch answer = new CountDownLatch(1);
    actions.answer(call -> {
      answer.await();
      return FakeActions.DONE;
    });

    assertThat(((WalkAnswer.Again) slice("run/1", run)).within())
        .isBetween(Duration.ofSeconds(15), Duration.ofSeconds(32));
    assertThat(walks.underWay()).containsExactly(run.run());
    answer.countDown();

    assertThat(nudged.poll(20, TimeUnit.SECONDS)).isEqualTo("run/1");
    assertThat(ledger.state(run)).isEqualTo(RunState.FINISHED);
    assertThat(actions.calls).hasSize(2);
    assertThat(slice("run/1", run)).isEqualTo(new WalkAnswer.Ended());
  }

  @Test
  void beginsNoSecondWalkOfARunUnderWay() throws Exception {
    RunRef run = ledger.queued(call("once"));
    CountDownLatch answer = new CountDownLatch(1);
    actions.answer(_ -> {
      answer.await();
      return FakeActions.DONE;
    });
    slice("batch/1", run, ledger.queued(WAITS));
    long fence = ledger.fence(run);

    slice("batch/1", run);
    assertThat(within(slice("run/other", run))).isEqualTo(ELSEWHERE);

    assertThat(ledger.fence(run)).isEqualTo(fence);
    answer.countDown();
    assertThat(nudged.poll(20, TimeUnit.SECONDS)).isEqualTo("batch/1");
    assertThat(actions.calls).hasSize(1);
  }

  /// As after a crash, when the old workflow comes back and the sweep has started another one.
  @Test
  void claimsARunOnceThatTwoWorkflowsHold() throws Exception {
    RunRef run = ledger.queued(call("keyed"));
    CountDownLatch claiming = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    ledger.beforeClaim(() -> {
      claiming.countDown();
      awaited(goOn);
    });
    CompletableFuture<WalkAnswer> first =
        CompletableFuture.supplyAsync(() -> slice("batch/old", run));
    claiming.await();
    ledger.beforeClaim(() -> {});

    assertThat(within(slice("batch/new", run))).isEqualTo(ELSEWHERE);
    goOn.countDown();
    first.join();
    untilNothingIsWalked();

    assertThat(ledger.fence(run)).isOne();
    assertThat(ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void cutsTheOpenCallOfACancelledRun() throws Exception {
    RunRef run = ledger.queued(call("once"));
    CountDownLatch open = new CountDownLatch(1);
    actions.neverAnswer(open);
    CompletableFuture<WalkAnswer> answer = CompletableFuture.supplyAsync(() -> slice("run/1", run));
    open.await();

    ledger.order(run, new Order.Cancel());
    walks.ordered(run.run());
    answer.join();
    untilNothingIsWalked();

    assertThat(ledger.state(run)).isEqualTo(RunState.CANCELLED);
    assertThat(ledger.outcome(run, "call").orElseThrow()).isInstanceOf(StepOutcome.Unknown.class);
  }

  @Test
  void letsACallEndThatWasOrderedAnythingElse() throws Exception {
    RunRef run = ledger.queued(call("once"));
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    actions.answer(_ -> {
      open.countDown();
      end.await();
      return FakeActions.DONE;
    });
    CompletableFuture<WalkAnswer> answer = CompletableFuture.supplyAsync(() -> slice("run/1", run));
    open.await();

    ledger.order(run, new Order.Pause());
    walks.ordered(run.run());
    end.countDown();
    answer.join();
    untilNothingIsWalked();

    assertThat(ledger.state(run)).isEqualTo(RunState.PAUSED);
    assertThat(ledger.outcome(run, "call").orElseThrow()).isInstanceOf(StepOutcome.Completed.class);
  }

  @Test
  void followsAnOrderWhileTheCallWaitsForRoomAtItsHost() throws Exception {
    RunRef first = ledger.queued(call("keyed"));
    RunRef cancelled = ledger.queued(call("keyed"));
    RunRef paused = ledger.queued(call("keyed"));
    CountDownLatch open = new CountDownLatch(1);
    actions.neverAnswer(open);
    try (Walks narrow = walks(new GateConfig(1, 1))) {
      narrow.slice("run/1", List.of(first));
      open.await();
      narrow.slice("batch/1", List.of(cancelled, paused));

      ledger.order(cancelled, new Order.Cancel());
      narrow.ordered(cancelled.run());
      ledger.order(paused, new Order.Pause());
      narrow.ordered(paused.run());
      while (narrow.underWay().size() > 1) {
        Thread.onSpinWait();
      }

      assertThat(ledger.state(cancelled)).isEqualTo(RunState.CANCELLED);
      assertThat(ledger.state(paused)).isEqualTo(RunState.PAUSED);
      assertThat(actions.calls).hasSize(1);
    }
  }

  @Test
  void takesUpAgainAWalkThatBroke() {
    RunRef run = ledger.queued(call("compute"));
    AtomicBoolean broken = new AtomicBoolean(true);
    ledger.before(_ -> {
      if (broken.getAndSet(false)) {
        throw new IllegalStateException("the database is away");
      }
    });

    slice("run/1", run);
    untilNothingIsWalked();
    assertThat(ledger.state(run)).isEqualTo(RunState.RUNNING);

    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Ended());
    assertThat(ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void interruptsOpenCallsWhenItClosesAndLeavesTheirRowsAlone() throws Exception {
    RunRef run = ledger.queued(call("keyed"));
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch cut = new CountDownLatch(1);
    actions.answer(_ -> {
      open.countDown();
      try {
        new CountDownLatch(1).await();
      } finally {
        cut.countDown();
      }
      return FakeActions.DONE;
    });
    CompletableFuture<WalkAnswer> answer = CompletableFuture.supplyAsync(() -> slice("run/1", run));
    open.await();
    int written = ledger.written().size();

    walks.close();

    assertThat(cut.await(20, TimeUnit.SECONDS)).isTrue();
    answer.join();
    untilNothingIsWalked();
    assertThat(ledger.written()).hasSize(written);
    assertThat(ledger.step(run, "call").inDoubt()).isTrue();
    assertThat(within(slice("run/1", run))).isEqualTo(ELSEWHERE);
  }

  @Test
  void letsAnOpenCallEndWhenItClosesAndBeginsNothingNew() throws Exception {
    RunRef run = ledger.queued(call("once") + ", {\"id\": \"after\", \"do\": \"keyed\"}");
    CountDownLatch open = new CountDownLatch(1);
    CountDownLatch answer = new CountDownLatch(1);
    actions.answer(_ -> {
      open.countDown();
      answer.await();
      return FakeActions.DONE;
    });
    Walks patient = walks(GateConfig.defaults(), Duration.ofHours(1));
    patient.slice("run/1", List.of(run));
    open.await();

    CompletableFuture<Void> closed =
        CompletableFuture.runAsync(patient::close, Thread::startVirtualThread);
    while (!patient.slice("run/2", List.of(run)).toString().contains("This process ends")) {
      Thread.onSpinWait();
    }
    assertThatThrownBy(() -> closed.get(200, TimeUnit.MILLISECONDS))
        .as("it waits for the call")
        .isInstanceOf(TimeoutException.class);
    answer.countDown();
    closed.get(20, TimeUnit.SECONDS);

    assertThat(ledger.outcome(run, "call")).containsInstanceOf(StepOutcome.Completed.class);
    assertThat(actions.calls).hasSize(1);
    assertThat(ledger.state(run)).isEqualTo(RunState.RUNNING);
  }

  @Test
  void waitsForNoSleepWhenItCloses() {
    RunRef run = ledger.queued("{\"id\": \"nap\", \"wait\": \"2s\"}");
    Walks patient = walks(GateConfig.defaults(), Duration.ofHours(1));
    patient.slice("run/1", List.of(run));

    patient.close();

    assertThat(patient.underWay()).isEmpty();
    assertThat(ledger.outcome(run, "nap")).isEmpty();
  }

  /// What a slice answers when all that it began is over, however slow this machine is.
  private WalkAnswer quietSlice(String workflow, RunRef... runs) {
    slice(workflow, runs);
    untilNothingIsWalked();
    return slice(workflow, runs);
  }

  private static void awaited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static Duration within(WalkAnswer answer) {
    return answer instanceof WalkAnswer.Again again ? again.within() : Duration.ZERO;
  }

  private void untilFreed(RunRef run) {
    while (!freed.contains(run)) {
      Thread.onSpinWait();
    }
  }

  private void untilNothingIsWalked() {
    while (!walks.underWay().isEmpty()) {
      Thread.onSpinWait();
    }
  }

  private Walks walks(GateConfig config) {
    return walks(config, Duration.ZERO);
  }

  private Walks walks(GateConfig config, Duration grace) {
    return new Walks(
        new Walks.Tools(
            ledger, new Chains(), actions, clock, born, new Freed(), nudged::add, held::get),
        config,
        grace);
  }

  private WalkAnswer slice(String workflow, RunRef... runs) {
    return walks.slice(workflow, List.of(runs));
  }

  private final class Freed implements RunStarter {
    @Override
    public void born(Collection<Ledger.Claimed> runs) {}

    @Override
    public void freed(Collection<RunRef> runs) {
      freed.addAll(runs);
    }
  }
}
