package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Control.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An effect nobody knows the outcome of, within the transaction that settles it by a person's
/// word.
final class UnknownEffect {
  /// A sender stops at its deadline by its own clock; this covers its last bytes on the wire.
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final JdbcClient tx;
  private final RunRef run;
  private final StepKey step;

  UnknownEffect(JdbcClient tx, RunRef run, StepKey step) {
    this.tx = tx;
    this.run = run;
    this.step = step;
  }

  /// What stands against a person's word, in a sentence.
  Optional<String> objection() {
    Optional<StepRecord> found = found();
    if (found
        .flatMap(StepRecord::outcome)
        .filter(StepOutcome.Unknown.class::isInstance)
        .isEmpty()) {
      return Optional.of(
          "Expected an effect whose outcome is unknown, but '"
              + step
              + "' of this run is none. It may have been resolved meanwhile: look at the run.");
    }
    return found.flatMap(StepRecord::reservation).flatMap(this::senderMayLive);
  }

  private Optional<String> senderMayLive(StepRecord.Reservation reservation) {
    Instant quiet = reservation.deadline().plus(GRACE);
    Instant now =
        tx.sql("select clock_timestamp()")
            .query((row, _) -> Rows.instant(row, "clock_timestamp"))
            .single();
    return now.isBefore(quiet)
        ? Optional.of(
            "Its sender may still be alive until "
                + quiet
                + ", and might yet act or tell the outcome. Say your word after that.")
        : Optional.empty();
  }

  void settle(Word word, RunState state, String reason) {
    switch (word) {
      case Word.Happened(Json output) -> settle("completed", Optional.of(output), reason);
      case Word.DidNotHappen _ -> {
        if (state.ended()) {
          settle("skipped", Optional.empty(), "It did not happen, by the word of " + reason);
        } else {
          letItBeDoneAgain("It did not happen, by the word of " + reason);
        }
      }
    }
    free();
  }

  /// Whether the run can go on now.
  boolean freed() {
    return tx.sql("select state from run where id = ?")
        .param(run.run().value())
        .query(String.class)
        .single()
        .equals(RunState.QUEUED.text());
  }

  private void free() {
    tx.sql(
            """
            update run r set state = 'queued', owner = null, nudged_at = now()
            where r.id = ? and r.state in ('needs_person', 'waiting')\
            """)
        .param(run.run().value())
        .update();
  }

  private void settle(String result, Optional<Json> output, String reason) {
    tx.sql(
            """
            update step_record set result = :result, output = :output::jsonb, reason = :reason, at = clock_timestamp(), xid = pg_current_xact_id()
            where run_id = :run and step = :step and phase = 1\
            """)
        .param("result", result)
        .param(
            "output", output.map(it -> StoredValues.keep(tx, run.tenant(), it).text()).orElse(null))
        .param("reason", reason)
        .param("run", run.run().value())
        .param("step", step.text())
        .update();
  }

  /// The unknown outcome makes room for a wait that is over: the next attempt is safe. What was
  /// said of it stays before the word.
  private void letItBeDoneAgain(String reason) {
    tx.sql(
            """
            with gone as (
              delete from step_record where run_id = :run and step = :step and phase = 1 returning *)
            insert into step_record (run_id, step, phase, tenant_id, name, kind, attempt, fence, input, reason, due, started_at)
            select run_id, step, 2, tenant_id, name, kind, attempt, fence, input, concat_ws(' ', nullif(reason, ''), :reason), now(), started_at from gone
            on conflict (run_id, step, phase) do update set
              attempt = excluded.attempt, fence = excluded.fence, reason = excluded.reason, error = null, due = excluded.due, maybe = false, xid = pg_current_xact_id()\
            """)
        .param("run", run.run().value())
        .param("step", step.text())
        .param("reason", reason)
        .update();
  }

  private Optional<StepRecord> found() {
    return StepRows.one(tx, run.run(), step);
  }
}
