package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.CarriedRuns.Carried;
import dev.pilothouse.spi.CarriedRuns.Owner;
import dev.pilothouse.spi.CarriedRuns.Rebuilt;
import dev.pilothouse.spi.Carrier.Mark;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// One row for the whole house, so its tests go one after the other.
@Execution(ExecutionMode.SAME_THREAD)
class PostgresCarrierTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresCarrier carrier =
      new PostgresCarrier(stores.database(), stores.door(), stores.started());

  @Test
  void givesTheHouseOneIdentity() {
    assertThat(carrier.stand().mark().identity()).isEqualTo(carrier.stand().mark().identity());
  }

  @Test
  void raisesTheTickWhileSomethingMovesAndOnceMoreAfterwards() {
    comeToRest();
    long before = carrier.stand().mark().tick();
    stores.accept(stores.tenant(), "moves");

    assertThat(raisedLater().map(Mark::tick)).hasValue(before + 1);
    assertThat(carrier.raise()).as("too soon").isEmpty();
    assertThat(raisedLater().map(Mark::tick)).hasValue(before + 2);
    assertThat(raisedLater()).isEmpty();
  }

  @Test
  void raisesTheTickForAStepAlone() {
    comeToRest();

    stores.change("delete from step_record where run_id = ?", UUID.randomUUID());

    assertThat(raisedLater()).isPresent();
  }

  @Test
  void holdsOnlyWhereTheTickIsReallyBelow() {
    comeToRest();
    Mark mark = carrier.stand().mark();

    assertThat(carrier.hold(mark.tick(), "As high")).isFalse();
    assertThat(carrier.release("test", "There is no hold")).isFalse();
  }

  @Test
  void putsInDoubtWhatHasNotEndedWhenItIsReleased() {
    RunRef run = stores.queuedRun();
    long seen = carrier.stand().mark().tick() + 9;

    assertThat(carrier.hold(seen, "It went back")).isTrue();
    assertThat(carrier.raise()).isEmpty();
    assertThat(stores.ledger().claim(List.of(run))).isEmpty();
    assertThat(carrier.release("person/1", "The copy is all we have")).isTrue();

    assertThat(carrier.stand().held()).isEmpty();
    assertThat(carrier.stand().mark().tick()).isEqualTo(seen + 1);
    assertThat(carrier.stand().rebuild()).isPresent();
    assertThat(carrier.inDoubt()).isPositive();
    assertThat(stores.ledger().claim(List.of(run)).getFirst().inDoubt()).isTrue();
    assertThat(told(run.tenant(), "hold.begun")).hasSize(1);
    assertThat(told(run.tenant(), "hold.released"))
        .singleElement()
        .asString()
        .contains("The copy is all we have")
        .containsPattern("\"runs_in_doubt\": [1-9]");
  }

  @Test
  void putsInDoubtTheAttemptThatAStepWaitedFor() {
    RunRef once = waitsForAnAttempt(EffectClass.ONCE);
    RunRef keyed = waitsForAnAttempt(EffectClass.KEYED);

    assertThat(carrier.hold(carrier.stand().mark().tick() + 9, "It went back")).isTrue();
    assertThat(carrier.release("person/1", "The copy is all we have")).isTrue();

    assertThat(maybe(once)).isTrue();
    assertThat(maybe(keyed)).isFalse();
  }

  private static RunRef waitsForAnAttempt(EffectClass effectClass) {
    RunRef run = stores.queuedRun();
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();
    write(claim, StoredLines.reserve(effectClass));
    write(
        claim,
        new Line.Await(
            StoredLines.step("call", 1),
            StoredLines.INPUT,
            Instant.now().plusSeconds(60),
            "Tries again"));
    return run;
  }

  private static void write(Claim claim, Line line) {
    assertThat(stores.ledger().write(new Writing(claim, List.of(line), new Turn.Stay())).join())
        .isEqualTo(Standing.MINE);
  }

  private static boolean maybe(RunRef run) {
    return stores.ledger().steps(run).getFirst().awaiting().orElseThrow().maybe();
  }

  /// Whoever is to plan for a handful of rows would read the whole table.
  @Test
  void countsWhatIsInDoubtWithoutReadingTheRunsThatHaveEnded() {
    List<String> plan =
        stores
            .database()
            .asSystem(tx -> {
              tx.sql("set local enable_seqscan = off").update();
              return tx.sql("explain " + PostgresCarrier.IN_DOUBT).query(String.class).list();
            });

    assertThat(plan).anyMatch(line -> line.contains("using run_unfinished on run"));
  }

  @Test
  void letsOneProcessRebuildAtATime() {
    PostgresCarriedRuns mine = new PostgresCarriedRuns(stores.database(), stores.me());
    RunRef run = stores.queuedRun();
    carrier.askForRebuild("A test");
    long before = carrier.stand().rebuilds();

    assertThat(mine.begin()).isTrue();
    assertThat(mine.after(Optional.empty(), 1_000))
        .contains(new Carried(run, RunState.QUEUED, Owner.THIS_PROCESS));
    assertThat(mine.mine()).contains(run);
    assertThat(mine.since(before)).isEmpty();
    mine.done(new Rebuilt(1, 2, 3, 4));

    assertThat(mine.since(before)).hasValue(new Rebuilt(1, 2, 3, 4));
    assertThat(carrier.stand().rebuild()).isEmpty();
  }

  private Optional<Mark> raisedLater() {
    stores.change("update carrier set raised_at = now() - interval '1 minute'");
    return carrier.raise();
  }

  private void comeToRest() {
    var _ = carrier.stand();
    while (raisedLater().isPresent()) {
      // what other tests have moved
    }
  }

  private static List<Object> told(TenantId tenant, String type) {
    Journal.Filter filter = new Journal.Filter(type, "", "", Optional.empty(), Optional.empty());
    return stores.journal().page(tenant, filter, Optional.empty(), 10).stream()
        .<Object>map(entry -> entry.entry().event().data())
        .toList();
  }
}
