package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Unattended;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class UnattendedTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration QUIET = Duration.ofSeconds(30);

  private final Neighbour here = new Neighbour(stores).alive();
  private final Neighbour there = new Neighbour(stores).alive();
  private RunRef run = new RunRef(stores.tenant(), RunId.next());

  @BeforeEach
  void forgetTheOthers() {
    stores.change(
        """
        update run set nudged_at = now() + interval '1 day', state = 'running', ordered = false, owner = ?
        where finished_at is null\
        """,
        there.me());
    run = stores.queuedRun();
  }

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  @Test
  void findsAQueuedRunOfADeadOwner() {
    stores.leaveAlone(run.run());

    assertThat(taken(here).stopped()).containsExactly(run);
  }

  @Test
  void findsAQueuedRunOfNobody() {
    stores.change("update run set owner = null where id = ?", run.run().value());
    stores.leaveAlone(run.run());

    assertThat(taken(here).stopped()).containsExactly(run);
  }

  @Test
  void findsARunUnderWayWhoseOwnerIsDead() {
    there.claim(run);
    there.lapsed();
    stores.leaveAlone(run.run());

    assertThat(taken(here).stopped()).containsExactly(run);
  }

  @Test
  void findsTheRunOfADeadOwnerOnceUntilSomebodyHasHadTimeToWalkIt() {
    there.claim(run);
    there.lapsed();
    stores.leaveAlone(run.run());
    assertThat(taken(here).stopped()).containsExactly(run);
    stores.change(
        "update run set nudged_at = now() - interval '1 second' where id = ?", run.run().value());

    assertThat(taken(here).size()).isZero();

    assertThat(here.canClaim(run)).isTrue();
  }

  @Test
  void leavesRunsOfLivingOwnersAlone() {
    there.claim(run);
    stores.leaveAlone(run.run());

    assertThat(taken(here).size()).isZero();
  }

  @Test
  void findsARunOfItsOwnThatNoThreadWalks() {
    here.claim(run);
    stores.leaveAlone(run.run());

    assertThat(taken(here).stopped()).containsExactly(run);
  }

  @Test
  void leavesWhatItHasInHandAlone() {
    here.claim(run);
    stores.leaveAlone(run.run());

    assertThat(here.ledger().takeUnattended(QUIET, List.of(run.run()), 10).size()).isZero();
  }

  @Test
  void findsWhatItHadInHandOnceItIsSomebodyElsesWhoDied() {
    there.claim(run);
    there.lapsed();
    stores.leaveAlone(run.run());

    assertThat(here.ledger().takeUnattended(QUIET, List.of(run.run()), 10).stopped())
        .containsExactly(run);
  }

  /// In one transaction, for which time stands still: a dead owner's run is found half a second
  /// later.
  @Test
  void leavesAloneWhatSomebodyTouchedJustNow() {
    Unattended found =
        stores
            .database()
            .asSystem(tx -> {
              tx.sql("update run set nudged_at = now() where id = ?")
                  .param(run.run().value())
                  .update();
              return new UnattendedStatement(tx, here.me(), QUIET, 100).execute(List.of());
            });

    assertThat(found.size()).isZero();
  }

  @Test
  void findsARunThatIsDueAndThatNobodyWoke() {
    Claim claim = here.claim(run);
    here.write(
        claim, new Turn.Leave(RunState.WAITING, Optional.of(Instant.now().minusSeconds(30))));
    stores.leaveAlone(run.run());

    assertThat(taken(there)).isEqualTo(new Unattended(List.of(), List.of(run)));
  }

  @Test
  void leavesARunAloneThatIsNotYetDue() {
    Claim claim = here.claim(run);
    here.write(claim, new Turn.Leave(RunState.WAITING, Optional.of(Instant.now().plusSeconds(30))));
    stores.leaveAlone(run.run());

    assertThat(taken(there).size()).isZero();
  }

  @Test
  void findsAnOrderThatNobodyLookedAt() {
    here.leave(here.claim(run), RunState.PAUSED);
    here.control().order(run, new Order.Resume(), "priya", "");
    stores.leaveAlone(run.run());

    assertThat(taken(there)).isEqualTo(new Unattended(List.of(), List.of(run)));
  }

  @Test
  void findsARunThatWasToldTheAnswerInTheMomentItLeftToAsk() {
    Claim claim = here.claim(run);
    here.leave(claim, RunState.NEEDS_PERSON, unknown());
    stores.change(
        "update step_record set result = 'completed', output = '1' where run_id = ?",
        run.run().value());

    assertThat(taken(there).asleep()).containsExactly(run);
    assertThat(stores.row(run.run())).containsEntry("state", "queued");
  }

  @Test
  void leavesARunAloneThatWaitsForAPersonsWord() {
    here.leave(here.claim(run), RunState.NEEDS_PERSON, unknown());
    stores.leaveAlone(run.run());

    assertThat(taken(there).size()).isZero();
  }

  @Test
  void leavesARunAloneThatHasEnded() {
    here.end(here.claim(run), RunState.FINISHED, completed("1"));
    stores.change("update run set ordered = true where id = ?", run.run().value());
    stores.leaveAlone(run.run());

    assertThat(taken(there).size()).isZero();
  }

  @Test
  void leavesARunAloneWhoseTurnHasNotCome() {
    List<RunRef> inTurn = stores.runsInTurn(2);
    inTurn.forEach(it -> stores.leaveAlone(it.run()));

    assertThat(taken(here).stopped())
        .filteredOn(inTurn::contains) // on a busy machine this class's own run is found too
        .containsExactly(inTurn.getFirst());
  }

  @Test
  void marksWhatItFoundAsAttendedTo() {
    stores.leaveAlone(run.run());

    assertThat(taken(here).size()).isEqualTo(1);
    assertThat(taken(there).size()).isZero();
  }

  @Test
  void takesNoMoreThanAsked() {
    List<RunRef> runs = IntStream.range(0, 5).mapToObj(_ -> stores.queuedRun()).toList();
    runs.forEach(it -> stores.leaveAlone(it.run()));

    assertThat(here.ledger().takeUnattended(QUIET, List.of(), 3).stopped()).hasSize(3);
  }

  @Test
  void givesNoRunToTwoProcessesThatLookAtTheSameTime() {
    List<RunRef> runs = IntStream.range(0, 24).mapToObj(_ -> stores.queuedRun()).toList();
    runs.forEach(it -> stores.leaveAlone(it.run()));

    List<RunRef> found =
        Stream.of(here, there, here, there)
            .map(process -> CompletableFuture.supplyAsync(() -> allTakenBy(process)))
            .toList()
            .stream()
            .flatMap(it -> it.join().stream())
            .filter(
                runs::contains) // on a busy machine this class's own run has been left alone too
            .toList();

    assertThat(found).containsExactlyInAnyOrderElementsOf(runs);
  }

  private static Unattended taken(Neighbour process) {
    return process.ledger().takeUnattended(QUIET, List.of(), 100);
  }

  private static List<RunRef> allTakenBy(Neighbour process) {
    List<RunRef> all = new ArrayList<>();
    List<RunRef> found;
    do {
      found = process.ledger().takeUnattended(QUIET, List.of(), 4).stopped();
      all.addAll(found);
    } while (!found.isEmpty());
    return all;
  }
}
