package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.reserve;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Stand;
import dev.pilothouse.spi.Ledger.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClaimTest {
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
  void takesAQueuedRunWithTheNextFenceAlsoFromItsLivingOwner() {
    stores.change("update run set owner = ? where id = ?", there.me(), run.run().value());

    assertThat(here.claim(run)).isEqualTo(new Claim(run, 2));

    assertThat(stores.row(run.run()))
        .containsEntry("state", "running")
        .containsEntry("owner", here.me())
        .containsEntry("fence", 2L);
  }

  @Test
  void raisesTheFenceWithEveryClaim() {
    here.claim(run);

    assertThat(here.claim(run).fence()).isEqualTo(3);
    assertThat(here.claim(run).fence()).isEqualTo(4);
  }

  @Test
  void leavesARunToTheLivingProcessThatWalksIt() {
    here.claim(run);

    assertThat(there.canClaim(run)).isFalse();
    assertThat(stores.row(run.run())).containsEntry("fence", 2L).containsEntry("owner", here.me());
  }

  @Test
  void takesOverFromAProcessWhoseLeaseHasPassed() {
    here.claim(run);
    here.lapsed();

    assertThat(there.claim(run).fence()).isEqualTo(3);
  }

  @Test
  void takesOverFromAProcessThatHasSignedOff() {
    here.claim(run);
    stores.change("delete from process where id = ?", here.me());

    assertThat(there.canClaim(run)).isTrue();
  }

  @Test
  void wakesAWaitingRunOnlyWhenItsTimeHasCome() {
    waitUntil(Instant.now().plusSeconds(60));
    assertThat(there.canClaim(run)).isFalse();

    stores.change("update run set due_at = now() where id = ?", run.run().value());

    assertThat(there.canClaim(run)).isTrue();
    assertThat(stores.row(run.run())).containsEntry("due_at", null);
  }

  @Test
  void wakesAWaitingRunForAnOrder() {
    waitUntil(Instant.now().plusSeconds(60));
    here.control().order(run, new Order.Cancel(), "priya", "");

    assertThat(there.claimed(run).ordered()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"NEEDS_PERSON", "PAUSED"})
  void leavesARunToThePersonItWaitsForUnlessThereIsAnOrder(RunState state) {
    here.write(here.claim(run), new Turn.Leave(state, Optional.empty()), StoredLines.unknown());
    stores.change("update run set state = ? where id = ?", state.text(), run.run().value());
    assertThat(there.canClaim(run)).isFalse();

    here.control().order(run, new Order.Cancel(), "priya", "");

    assertThat(there.canClaim(run)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(names = {"FINISHED", "FAILED", "CANCELLED"})
  void neverTakesARunThatHasEnded(RunState state) {
    here.end(here.claim(run), state);
    stores.change("update run set ordered = true where id = ?", run.run().value());

    assertThat(here.canClaim(run)).isFalse();
    assertThat(there.canClaim(run)).isFalse();
  }

  @Test
  void takesRunsOfOneKeyInTheOrderOfTheJournal() {
    List<RunRef> inTurn = stores.runsInTurn(3);

    assertThat(here.ledger().claim(inTurn.reversed()))
        .extracting(claimed -> claimed.claim().ref())
        .containsExactly(inTurn.getFirst());
  }

  @Test
  void handsTheTurnToTheNextWhenTheFirstEnds() {
    List<RunRef> inTurn = stores.runsInTurn(3);
    here.end(here.claim(inTurn.getFirst()), RunState.FAILED);

    assertThat(here.toldToWalk()).containsExactly(inTurn.get(1).run());
    assertThat(there.canClaim(inTurn.get(1))).isTrue();
    assertThat(there.canClaim(inTurn.get(2))).isFalse();
  }

  @Test
  void tellsWhichRunsStandBehindAnother() {
    List<RunRef> inTurn = stores.runsInTurn(2);
    assertThat(here.ledger().stands(inTurn))
        .extracting(Stand::run, Stand::behind)
        .containsExactlyInAnyOrder(tuple(inTurn.getFirst(), false), tuple(inTurn.getLast(), true));

    here.end(here.claim(inTurn.getFirst()), RunState.FINISHED);

    assertThat(here.ledger().stands(inTurn)).noneMatch(Stand::behind);
  }

  @Test
  void keepsTheTurnWhileTheFirstOnlyWaits() {
    List<RunRef> inTurn = stores.runsInTurn(2);
    here.leave(here.claim(inTurn.getFirst()), RunState.PAUSED);

    assertThat(here.toldToWalk()).isEmpty();
    assertThat(there.canClaim(inTurn.get(1))).isFalse();
  }

  @Test
  void followsAnOrderToARunWhoseTurnHasNotCome() {
    RunRef second = stores.runsInTurn(2).getLast();
    here.control().order(second, new Order.Cancel(), "priya", "");

    assertThat(there.claimed(second).ordered()).isTrue();
  }

  @Test
  void takesNothingWhileTheCarrierIsHeld() {
    stores.change("update carrier set held_since = now()");
    try {
      assertThat(here.canClaim(run)).isFalse();
    } finally {
      stores.change("update carrier set held_since = null");
    }
    assertThat(here.canClaim(run)).isTrue();
  }

  @Test
  void tellsAllThatIsKnownOfTheRun() {
    Claim first = here.claim(run);
    here.write(first, reserve(EffectClass.KEYED));
    here.write(first, completed("7"));
    stores.change("update run set in_doubt = true where id = ?", run.run().value());

    Claimed again = here.claimed(run);

    assertThat(again.event().event().sourceId()).isEqualTo("first");
    assertThat(again.version().name()).isEqualTo("Greet");
    assertThat(again.inDoubt()).isTrue();
    assertThat(again.ordered()).isFalse();
    assertThat(again.steps())
        .singleElement()
        .satisfies(step -> {
          assertThat(step.outcome()).contains(new StepOutcome.Completed(new Json("7")));
          assertThat(step.reservation()).isPresent();
        });
  }

  @Test
  void givesARunToOneOfTwoThatClaimItAtTheSameTime() {
    CompletableFuture<Boolean> second =
        stores
            .database()
            .asSystem(tx -> {
              assertThat(ClaimStatement.execute(tx, there.me(), List.of(run))).hasSize(1);
              CompletableFuture<Boolean> waiting =
                  CompletableFuture.supplyAsync(() -> here.canClaim(run));
              stores.untilSomeoneWaitsForARow();
              return waiting;
            });

    assertThat(second.join()).isFalse();
    assertThat(stores.row(run.run())).containsEntry("owner", there.me());
  }

  private void waitUntil(Instant due) {
    here.write(here.claim(run), new Turn.Leave(RunState.WAITING, Optional.of(due)));
  }
}
