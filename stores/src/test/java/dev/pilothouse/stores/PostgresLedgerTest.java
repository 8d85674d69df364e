package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.TIME;
import static dev.pilothouse.stores.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger.RunRef;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresLedgerTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresLedger ledger = stores.ledger();
  private final TenantId tenant = stores.tenant();
  private final RunRef run =
      new RunRef(tenant, stores.journal().accept(tenant, "test", event("1")).runs().getFirst());

  @Test
  void handsOutTheEventOfARun() {
    assertThat(ledger.begin(run).orElseThrow().event().type()).isEqualTo("crm.deal.stage_changed");
    assertThat(stored().summary().state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void keepsTheFirstOutcomeOfAStep() {
    ledger.record(run, completed("{\"n\": 1}"));
    ledger.record(run, completed("{\"n\": 2}"));

    assertThat(stored().steps()).containsExactly(completed("{\"n\": 1}"));
  }

  @Test
  void handsRecordedOutcomesToTheNextWalk() {
    ledger.record(run, completed("{\"n\": 1}"));

    assertThat(ledger.begin(run).orElseThrow().recorded()).hasSize(1);
  }

  @Test
  void keepsTheFailureOfAStep() {
    StepRecord failed =
        new StepRecord("bill", "Bill", new StepOutcome.Failed("no answer"), 3, TIME, TIME);

    ledger.record(run, failed);

    assertThat(stored().steps()).containsExactly(failed);
  }

  @Test
  void keepsTheFirstEndOfARun() {
    ledger.begin(run);
    ledger.end(run, RunState.FINISHED);
    ledger.end(run, RunState.FAILED);

    assertThat(stored().summary().state()).isEqualTo(RunState.FINISHED);
  }

  @Test
  void handsOutNothingOfARunThatHasEnded() {
    ledger.end(run, RunState.FINISHED);

    assertThat(ledger.begin(run)).isEmpty();
  }

  @Test
  void touchesNoRunOfAnotherTenant() {
    RunRef mistaken = new RunRef(stores.tenant(), run.run());

    assertThat(ledger.begin(mistaken)).isEmpty();
  }

  @Test
  void givesAnUnattendedRunToOneSweepOnly() {
    assertThat(ledger.takeUnattended(Duration.ZERO, 1_000)).contains(run);
    assertThat(ledger.takeUnattended(Duration.ofMinutes(1), 1_000)).doesNotContain(run);
  }

  @Test
  void leavesEndedRunsToThemselves() {
    ledger.end(run, RunState.FINISHED);

    assertThat(ledger.takeUnattended(Duration.ZERO, 1_000)).doesNotContain(run);
  }

  private Run stored() {
    return stores.runs().find(tenant, run.run()).orElseThrow();
  }

  private static StepRecord completed(String output) {
    return new StepRecord(
        "greet", "Greet", new StepOutcome.Completed(new Json(output)), 1, TIME, TIME);
  }
}
