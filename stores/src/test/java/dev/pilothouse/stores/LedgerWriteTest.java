package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.await;
import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.reserve;
import static dev.pilothouse.stores.StoredLines.settled;
import static dev.pilothouse.stores.StoredLines.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Control;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LedgerWriteTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final Neighbour here = new Neighbour(stores).alive();
  private final Neighbour there = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  @Test
  void keepsAReservationWithItsDeadline() {
    assertThat(here.write(here.claim(run), reserve(EffectClass.ONCE))).isEqualTo(Standing.MINE);

    StepRecord step = onlyStep();
    assertThat(step.inDoubt()).isTrue();
    assertThat(step.reservation())
        .hasValueSatisfying(reserved -> {
          assertThat(reserved.effectClass()).isEqualTo(EffectClass.ONCE);
          assertThat(reserved.deadline()).isAfter(reserved.reservedAt().plusSeconds(29));
        });
  }

  @Test
  void refusesAReservationUnderAnOlderFence() {
    Claim older = here.claim(run);
    takenOver();

    assertThat(here.write(older, reserve(EffectClass.ONCE))).isEqualTo(Standing.LOST);
    assertThat(here.ledger().steps(run)).isEmpty();
  }

  @Test
  void refusesAReservationOfARunThatHasEnded() {
    Claim claim = here.claim(run);
    here.end(claim, RunState.FINISHED);

    assertThat(here.write(claim, reserve(EffectClass.ONCE))).isEqualTo(Standing.LOST);
    assertThat(here.ledger().steps(run)).isEmpty();
  }

  @Test
  void refusesAReservationOfARunThatHasAnOrderToFollow() {
    Claim claim = here.claim(run);
    order(new Order.Pause());

    assertThat(here.write(claim, reserve(EffectClass.ONCE))).isEqualTo(Standing.ORDERED);
    assertThat(here.ledger().steps(run)).isEmpty();
  }

  @Test
  void keepsAWaitUnderTheNewestClaimAlone() {
    Claim older = here.claim(run);
    Claim newer = takenOver();

    here.write(older, await(Instant.EPOCH));
    assertThat(here.ledger().steps(run)).isEmpty();

    there.write(newer, await(Instant.EPOCH));
    assertThat(onlyStep().awaiting())
        .contains(
            new StepRecord.Awaiting(Instant.EPOCH, 1, StoredLines.INPUT, "Tries again", true));
  }

  @Test
  void keepsASettlementOfAnOlderClaimAndMarksItLate() {
    Claim older = here.claim(run);
    here.write(older, reserve(EffectClass.ONCE));
    takenOver();

    assertThat(here.write(older, completed("7"))).isEqualTo(Standing.LOST);

    assertThat(onlyStep().settlement())
        .hasValueSatisfying(settlement -> {
          assertThat(settlement.outcome()).isEqualTo(new StepOutcome.Completed(new Json("7")));
          assertThat(settlement.late()).isTrue();
        });
  }

  @Test
  void keepsASettlementOfARunThatHasAnOrderToFollow() {
    Claim claim = here.claim(run);
    order(new Order.Cancel());

    assertThat(here.write(claim, completed("7"))).isEqualTo(Standing.ORDERED);
    assertThat(onlyStep().settlement().orElseThrow().late()).isFalse();
  }

  @Test
  void keepsTheFirstOutcomeOfAStep() {
    Claim claim = here.claim(run);
    here.write(claim, completed("1"));

    here.write(claim, completed("2"));
    here.write(claim, unknown());

    assertThat(onlyStep().outcome()).contains(new StepOutcome.Completed(new Json("1")));
  }

  @Test
  void replacesAnUnknownOutcomeByALaterKnownOneAndLetsTheRunGoOn() {
    Claim older = here.claim(run);
    Claim newer = takenOver();
    there.write(newer, unknown());
    there.leave(newer, RunState.NEEDS_PERSON);

    here.write(older, completed("7"));

    assertThat(onlyStep().outcome()).contains(new StepOutcome.Completed(new Json("7")));
    assertThat(stores.row(run.run())).containsEntry("state", "queued").containsEntry("owner", null);
    assertThat(here.toldToWalk()).containsExactly(run.run());
  }

  @Test
  void learnsTheTruthOfACancelledRunWithoutWakingIt() {
    Claim older = here.claim(run);
    Claim newer = takenOver();
    there.end(newer, RunState.CANCELLED, unknown());

    here.write(older, completed("7"));

    assertThat(onlyStep().outcome()).contains(new StepOutcome.Completed(new Json("7")));
    assertThat(stores.row(run.run())).containsEntry("state", "cancelled");
    assertThat(here.toldToWalk()).isEmpty();
  }

  @Test
  void asksAPersonWhereAnUnknownOutcomeStands() {
    Claim claim = here.claim(run);
    here.write(claim, unknown());

    assertThat(here.leave(claim, RunState.NEEDS_PERSON)).isEqualTo(Standing.MINE);
    assertThat(stores.row(run.run()))
        .containsEntry("state", "needs_person")
        .containsEntry("owner", null);
  }

  @Test
  void asksAPersonOfWhatBecameUnknownInTheSameWriting() {
    here.leave(here.claim(run), RunState.NEEDS_PERSON, unknown());

    assertThat(stores.row(run.run())).containsEntry("state", "needs_person");
    assertThat(here.toldToWalk()).isEmpty();
  }

  @Test
  void asksNobodyWhereTheLateAnswerWonTheRace() {
    Claim older = here.claim(run);
    Claim newer = takenOver();
    there.write(newer, unknown());
    here.write(older, completed("7"));

    there.leave(newer, RunState.NEEDS_PERSON);

    assertThat(stores.row(run.run())).containsEntry("state", "queued");
    assertThat(there.toldToWalk()).containsExactly(run.run());
  }

  @Test
  void asksNobodyWhereTheAnswerWasThereBeforeItWasCalledUnknown() {
    Claim older = here.claim(run);
    Claim newer = takenOver();
    here.write(older, completed("7"));

    there.leave(newer, RunState.NEEDS_PERSON, unknown());

    assertThat(stores.row(run.run())).containsEntry("state", "queued");
  }

  @Test
  void letsAnEndWinOverAnOrderGivenAtTheSameTime() {
    Claim claim = here.claim(run);
    order(new Order.Pause());

    assertThat(here.end(claim, RunState.FINISHED)).isEqualTo(Standing.MINE);
    assertThat(stores.row(run.run()))
        .containsEntry("state", "finished")
        .containsEntry("reason", "because");
  }

  @Test
  void endsARunUnderTheNewestClaimAlone() {
    Claim older = here.claim(run);
    takenOver();

    assertThat(here.end(older, RunState.FINISHED)).isEqualTo(Standing.LOST);
    assertThat(stores.row(run.run())).containsEntry("state", "running");
  }

  @Test
  void endsARunOnce() {
    Claim claim = here.claim(run);
    here.end(claim, RunState.FINISHED);

    assertThat(here.end(claim, RunState.FAILED)).isEqualTo(Standing.LOST);
    assertThat(stores.row(run.run())).containsEntry("state", "finished");
    assertThat(stores.toldOf(run)).containsOnlyOnce("run.finished").doesNotContain("run.failed");
  }

  @Test
  void refusesToLeaveARunThatHasAnOrderToFollow() {
    Claim claim = here.claim(run);
    order(new Order.Cancel());

    assertThat(here.leave(claim, RunState.PAUSED)).isEqualTo(Standing.ORDERED);
    assertThat(stores.row(run.run()))
        .containsEntry("state", "running")
        .containsEntry("owner", here.me());
  }

  @Test
  void tellsSomebodyToWalkWhatItLeavesQueued() {
    assertThat(here.leave(here.claim(run), RunState.QUEUED)).isEqualTo(Standing.MINE);

    assertThat(stores.row(run.run())).containsEntry("state", "queued").containsEntry("owner", null);
    assertThat(here.toldToWalk()).containsExactly(run.run());
  }

  @Test
  void tellsTheJournalOnceThatARunBeganAndHowItEnded() {
    Claim claim = here.claim(run);
    here.write(claim, completed("1"));
    here.write(claim, settled("next", new StepOutcome.Skipped("no")));
    here.end(claim, RunState.FAILED);

    assertThat(stores.toldOf(run)).containsExactly("run.started", "run.failed");
  }

  @Test
  void tellsTheJournalOnceThatARunBeganAlsoWhenItWasPausedBeforeItsFirstStep() {
    Claim claim = here.claim(run);
    order(new Order.Pause());
    here.carryOut(claim, new Turn.Leave(RunState.PAUSED, Optional.empty()), orders());
    order(new Order.Resume());
    Claim resumed = here.claim(run);
    here.carryOut(resumed, new Turn.Stay(), orders());
    here.end(resumed, RunState.FINISHED, completed("1"));

    assertThat(stores.toldOf(run))
        .containsExactly("run.ordered", "run.ordered", "run.started", "run.finished");
  }

  @Test
  void tellsNobodyThatARunBeganThatWasCancelledBeforeItsFirstStep() {
    here.end(here.claim(run), RunState.CANCELLED);

    assertThat(stores.toldOf(run)).containsExactly("run.cancelled");
  }

  @Test
  void carriesOutOrdersUnderTheNewestClaim() {
    Claim claim = here.claim(run);
    order(new Order.Pause());

    assertThat(here.carryOut(claim, new Turn.Leave(RunState.PAUSED, Optional.empty()), orders()))
        .isEqualTo(Standing.MINE);

    assertThat(orders()).isEmpty();
    assertThat(stores.row(run.run()))
        .containsEntry("state", "paused")
        .containsEntry("ordered", false);
  }

  @Test
  void carriesOutNoOrderUnderAnOlderClaim() {
    Claim older = here.claim(run);
    takenOver();
    order(new Order.Pause());

    assertThat(here.carryOut(older, new Turn.Leave(RunState.PAUSED, Optional.empty()), orders()))
        .isEqualTo(Standing.LOST);

    assertThat(orders()).hasSize(1);
    assertThat(stores.row(run.run())).containsEntry("ordered", true);
  }

  @Test
  void keepsAnOrderThatCouldNotBeFollowedForTheNextTry() {
    Claim claim = here.claim(run);
    order(new Order.Pause());
    var read = orders();
    order(new Order.RetryNow(), "waiting");

    assertThat(here.carryOut(claim, new Turn.Leave(RunState.PAUSED, Optional.empty()), read))
        .isEqualTo(Standing.ORDERED);

    assertThat(orders()).extracting(given -> given.order()).contains(new Order.Pause());
  }

  @Test
  void losesNoOrderThatIsGivenWhileOthersAreCarriedOut() {
    Claim claim = here.claim(run);
    order(new Order.Pause());
    var read = orders();
    var paused = new Turn.Leave(RunState.PAUSED, Optional.empty());
    var writing =
        stores
            .database()
            .asSystem(jdbc -> {
              jdbc.sql(
                      "insert into run_order (tenant_id, run_id, kind, actor) values (?, ?, 'cancel', 'priya')")
                  .params(run.tenant().value(), run.run().value())
                  .update();
              jdbc.sql("update run set ordered = true where id = ?")
                  .param(run.run().value())
                  .update();
              var waiting = CompletableFuture.supplyAsync(() -> here.carryOut(claim, paused, read));
              stores.untilSomeoneWaitsForARow();
              return waiting;
            });

    assertThat(writing.join()).isEqualTo(Standing.ORDERED);
    assertThat(stores.row(run.run())).containsEntry("ordered", true);
    assertThat(orders()).extracting(given -> given.order()).contains(new Order.Cancel());
  }

  @Test
  void keepsWhatManyRunsWriteAtOnce() {
    List<RunRef> runs = List.of(run, stores.queuedRun(), stores.queuedRun(), stores.queuedRun());
    var claims = here.ledger().claim(runs);

    assertThat(
            claims.stream()
                .map(it -> here.writing(it.claim(), new Turn.Stay(), completed("1")))
                .toList()
                .stream()
                .map(it -> it.join()))
        .containsOnly(Standing.MINE);
    assertThat(runs).allSatisfy(it -> assertThat(here.ledger().steps(it)).hasSize(1));
  }

  @Test
  void waitsForAClaimThatIsAboutToBeCommitted() {
    Claim older = here.claim(run);

    Standing standing =
        whileLockedBy(
                "update run set fence = fence + 1 where id = ?",
                () -> here.write(older, reserve(EffectClass.ONCE)))
            .join();

    assertThat(standing).isEqualTo(Standing.LOST);
    assertThat(here.ledger().steps(run)).isEmpty();
  }

  /// Begins the work while another transaction holds the run, and lets it commit.
  private CompletableFuture<Standing> whileLockedBy(String sql, Supplier<Standing> work) {
    return stores
        .database()
        .asSystem(jdbc -> {
          jdbc.sql(sql).param(run.run().value()).update();
          CompletableFuture<Standing> waiting = CompletableFuture.supplyAsync(work);
          stores.untilSomeoneWaitsForARow();
          return waiting;
        });
  }

  private Claim takenOver() {
    here.lapsed();
    return there.claim(run);
  }

  private void order(Order order) {
    assertThat(there.control().order(run, order, "priya", ""))
        .isInstanceOf(Control.Answer.Given.class);
  }

  /// Given while the run stood in another state.
  private void order(Order order, String stateThen) {
    stores.change("update run set state = ? where id = ?", stateThen, run.run().value());
    order(order);
    stores.change("update run set state = 'running' where id = ?", run.run().value());
  }

  private List<GivenOrder> orders() {
    return here.ledger().orders(run);
  }

  private StepRecord onlyStep() {
    List<StepRecord> steps = here.ledger().steps(run);
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }
}
