package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.TIME;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRunsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final TenantId tenant = stores.tenant();
  private RunId run = RunId.next();

  @BeforeEach
  void acceptAnEvent() {
    stores.publish(tenant, "Greet");
    run = stores.accept(tenant, "first").runs().getFirst();
  }

  @Test
  void hidesARunFromOtherTenants() {
    assertThat(stores.runs().find(stores.tenant(), run)).isEmpty();
  }

  @Test
  void tellsTheVersionAndTheEventOfARun() {
    Run found = found();

    assertThat(found.summary().walks().name()).isEqualTo("Greet");
    assertThat(found.summary().event().subject()).isEqualTo("deal/42");
    assertThat(found.summary().walks().version())
        .isEqualTo(
            stores
                .automations()
                .find(tenant, found.summary().walks().automation())
                .orElseThrow()
                .automation()
                .published()
                .orElseThrow());
  }

  @Test
  void putsReservationWaitAndOutcomeOfAStepTogether() {
    row("call", 0, "attempt, effect_class, input, due", "2, 'keyed', '{\"to\": 1}', now()");
    row("call", 2, "attempt, due, reason, maybe", "1, now(), 'Tries again', true");
    row("call", 1, "attempt, result, output, late", "2, 'completed', '7', true");

    StepRecord step = found().steps().getFirst();

    assertThat(step.reservation().orElseThrow())
        .extracting(StepRecord.Reservation::effectClass, StepRecord.Reservation::input)
        .containsExactly(EffectClass.KEYED, new Json("{\"to\": 1}"));
    assertThat(step.awaiting().orElseThrow())
        .extracting(StepRecord.Awaiting::reason, StepRecord.Awaiting::maybe)
        .containsExactly("Tries again", true);
    assertThat(step.settlement().orElseThrow())
        .extracting(
            StepRecord.Settlement::outcome,
            StepRecord.Settlement::attempts,
            StepRecord.Settlement::input,
            StepRecord.Settlement::late)
        .containsExactly(new StepOutcome.Completed(new Json("7")), 2, Json.NULL, true);
  }

  @Test
  void readsEveryKindOfOutcome() {
    row("a", 1, "attempt, result, output", "1, 'completed', 'null'");
    row(
        "b",
        1,
        "attempt, result, error",
        "1, 'failed', '{\"code\": \"http.status\", \"kind\": \"outside\", \"message\": \"500\"}'");
    row("c", 1, "attempt, result, reason", "1, 'skipped', 'by Priya'");
    row("d", 1, "attempt, result, reason", "1, 'unknown', 'no answer'");

    assertThat(found().steps())
        .extracting(step -> step.outcome().orElseThrow())
        .containsExactly(
            new StepOutcome.Completed(Json.NULL),
            new StepOutcome.Failed(new StepError("http.status", StepError.Kind.OUTSIDE, "500")),
            new StepOutcome.Skipped("by Priya"),
            new StepOutcome.Unknown("no answer"));
  }

  @Test
  void ordersStepsByWhenTheyWereBegun() {
    row("z", 1, "attempt, result, output", "1, 'completed', '1'");
    stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql(
                    "update step_record set started_at = started_at - interval '1 s' where step = 'z'")
                .update());
    row("a", 1, "attempt, result, output", "1, 'completed', '1'");

    assertThat(found().steps()).extracting(step -> step.key().text()).containsExactly("z", "a");
  }

  @Test
  void tellsOrdersAndThatACancelIsPending() {
    order("pause", "", "now()");
    order("skip", "bill", "null");
    assertThat(found().summary().cancelling()).isFalse();

    order("cancel", "", "null");

    assertThat(found().summary().cancelling()).isTrue();
    assertThat(found().orders())
        .extracting(GivenOrder::order)
        .containsExactly(
            new Order.Pause(), new Order.Skip(new StepKey("bill")), new Order.Cancel());
    assertThat(found().orders())
        .extracting(given -> given.carriedOutAt().isPresent())
        .containsExactly(true, false, false);
  }

  @Test
  void forgetsACancelThatWasCarriedOut() {
    order("cancel", "", "now()");

    assertThat(found().summary().cancelling()).isFalse();
  }

  @Test
  void tellsThatAPauseIsPendingUntilItIsTakenBack() {
    order("pause", "", "null");
    assertThat(found().summary().pausing()).isTrue();

    order("resume", "", "null");

    assertThat(found().summary().pausing()).isFalse();
  }

  @Test
  void expectsNothingMoreOfARunThatEndedBeforeItsOrderCame() {
    order("cancel", "", "null");
    order("pause", "", "null");
    stores.change(
        "update run set state = 'finished', finished_at = now() where id = ?", run.value());

    assertThat(found().summary().cancelling()).isFalse();
    assertThat(found().summary().pausing()).isFalse();
  }

  private Run found() {
    return stores.runs().find(tenant, run).orElseThrow();
  }

  private void row(String step, int phase, String columns, String values) {
    stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql(
                    """
                    insert into step_record (run_id, tenant_id, step, phase, name, kind, fence, started_at, %s)
                    values (:run, :tenant, :step, :phase, 'Name', 'transform', 1, :at, %s)\
                    """
                        .formatted(columns, values))
                .param("run", run.value())
                .param("tenant", tenant.value())
                .param("step", step)
                .param("phase", phase)
                .param("at", Rows.utc(TIME))
                .update());
  }

  private void order(String kind, String step, String carriedOut) {
    stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql(
                    "insert into run_order (tenant_id, run_id, kind, step, actor, carried_out_at)"
                        + " values (?, ?, ?, ?, 'test', "
                        + carriedOut
                        + ")")
                .params(tenant.value(), run.value(), kind, step)
                .update());
  }
}
