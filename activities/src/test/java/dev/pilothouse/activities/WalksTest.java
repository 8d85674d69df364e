package dev.pilothouse.activities;

import static dev.pilothouse.activities.AWalk.call;
import static dev.pilothouse.activities.AWalk.tryAgain;
import static org.assertj.core.api.Assertions.assertThat;

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
  private final Walks walks =
      new Walks(
          new Walks.Tools(
              ledger, new Chains(), actions, clock, born, new Freed(), nudged::add, held::get),
          GateConfig.defaults());

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

  @Test
  void comesAgainWhenARunOfItsOwnIsDue() {
    RunRef run = ledger.queued(WAITS);

    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Again(Duration.ofHours(1)));
    clock.move(Duration.ofMinutes(20));
    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Again(Duration.ofMinutes(40)));
    clock.move(Duration.ofMinutes(40));
    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Ended());

    assertThat(freed).isEmpty();
  }

  @Test
  void comesAgainAfterADayForWhatWaitsForAPerson() {
    RunRef run = ledger.queued(call("once"));
    actions.answer(_ -> tryAgain(Acted.MAYBE));

    assertThat(quietSlice("run/1", run)).isEqualTo(new WalkAnswer.Again(Duration.ofDays(1)));
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
  void comesAgainForARunThatAnotherProcessOwns() {
    RunRef run = ledger.queued(call("keyed"));
    ledger.walkElsewhere(run);

    assertThat(quietSlice("batch/1", run, ledger.queued(call("compute"))))
        .isEqualTo(new WalkAnswer.Again(ELSEWHERE));
    assertThat(actions.calls).hasSize(1);
  }

  @Test
  void walksNothingWhileHeld() {
    RunRef run = ledger.queued(call("keyed"));
    held.set(true);

    assertThat(slice("run/1", run)).isEqualTo(new WalkAnswer.Again(ELSEWHERE));

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
        .isBetween(Duration.ofSeconds(30), Duration.ofSeconds(32));
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
    assertThat(slice("run/other", run)).isEqualTo(new WalkAnswer.Again(ELSEWHERE));

    assertThat(ledger.fence(run)).isEqualTo(fence);
    answer.countDown();
    assertThat(nudged.poll(20, TimeUnit.SECONDS)).isEqualTo("batch/1");
    assertThat(actions.calls).hasSize(1);
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
    assertThat(slice("run/1", run)).isEqualTo(new WalkAnswer.Again(ELSEWHERE));
  }

  /// What a slice answers when all that it began is over, however slow this machine is.
  private WalkAnswer quietSlice(String workflow, RunRef... runs) {
    slice(workflow, runs);
    untilNothingIsWalked();
    return slice(workflow, runs);
  }

  private void untilNothingIsWalked() {
    while (!walks.underWay().isEmpty()) {
      Thread.onSpinWait();
    }
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
