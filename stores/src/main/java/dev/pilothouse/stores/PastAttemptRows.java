package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Runs.PastAttempt;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What became of the attempts of a step before its newest one.
final class PastAttemptRows {
  private PastAttemptRows() {}

  /// In their order; without one whose late answer is the step's outcome.
  static List<PastAttempt> of(JdbcClient jdbc, RunId run, StepKey step) {
    return jdbc.sql(
            """
            select attempt, sent_at, ended_at, reason, error ->> 'code' code, error ->> 'kind' error_kind, error ->> 'message' message
            from past_attempt p where run_id = :run and step = :step
              and not exists (
                select from step_record s where s.run_id = p.run_id and s.step = p.step and s.phase = 1 and s.attempt = p.attempt)
            order by attempt\
            """)
        .param("run", run.value())
        .param("step", step.text())
        .query((row, _) -> attempt(row))
        .list();
  }

  private static PastAttempt attempt(ResultSet row) throws SQLException {
    return new PastAttempt(
        row.getInt("attempt"),
        Rows.instant(row, "sent_at"),
        Rows.optionalInstant(row, "ended_at"),
        row.getString("code") == null ? Optional.empty() : Optional.of(StepRows.error(row)),
        Rows.optionalText(row, "reason"));
  }
}
