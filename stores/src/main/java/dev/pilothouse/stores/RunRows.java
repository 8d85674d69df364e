package dev.pilothouse.stores;

import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.EventSummary;
import dev.pilothouse.model.FailedStep;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunOrigin;
import dev.pilothouse.model.RunOrigin.Rerun;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.model.WalkedVersion;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How rows become runs as lists show them.
final class RunRows {
  /// An order that came too late for a run that ended is none any more.
  private static final String SQL =
      """
      select r.*, v.number, j.type, j.subject, j.source, j.time, f.step failed_step, f.name failed_name, f.message failed_message,
        r.finished_at is null and exists (
          select from run_order o where o.run_id = r.id and o.kind = 'cancel' and o.carried_out_at is null) cancelling,
        r.finished_at is null and exists (
          select from run_order o where o.run_id = r.id and o.kind = 'pause' and o.carried_out_at is null and not exists (
            select from run_order n where n.run_id = r.id and n.kind = 'resume' and n.carried_out_at is null and n.id > o.id)) pausing
      from run r join journal j on j.id = r.event_id
        join automation_version v on v.automation_id = r.automation_id and v.hash = r.version
        left join lateral (
          select s.step, s.name, s.error ->> 'message' message from step_record s
          where r.state = 'failed' and s.run_id = r.id and s.result = 'failed' order by s.at desc limit 1) f on true
      where r.id = any(:runs::uuid[]) order by r.id desc\
      """;

  private RunRows() {}

  /// Newest first.
  static List<RunSummary> summaries(JdbcClient jdbc, List<RunId> runs) {
    return runs.isEmpty()
        ? List.of()
        : jdbc.sql(SQL)
            .param("runs", Columns.texts(runs, RunId::toString))
            .query(RunRows::summary)
            .list();
  }

  private static RunSummary summary(ResultSet row, int number) throws SQLException {
    return new RunSummary(
        new RunId(Rows.id(row, "id")),
        walks(row),
        RunState.parse(row.getString("state")),
        row.getString("reason"),
        failure(row),
        Rows.optionalText(row, "concurrency_key").orElse(""),
        row.getBoolean("cancelling"),
        row.getBoolean("pausing"),
        origin(row),
        event(row),
        Rows.instant(row, "queued_at"),
        Rows.optionalInstant(row, "started_at"),
        Rows.optionalInstant(row, "finished_at"));
  }

  private static WalkedVersion walks(ResultSet row) throws SQLException {
    return new WalkedVersion(
        new AutomationId(Rows.id(row, "automation_id")),
        row.getString("automation"),
        new NumberedVersion(new VersionId(row.getString("version")), row.getInt("number")));
  }

  private static EventSummary event(ResultSet row) throws SQLException {
    return new EventSummary(
        new EventId(Rows.id(row, "event_id")),
        row.getString("type"),
        row.getString("subject"),
        row.getString("source"),
        Rows.instant(row, "time"));
  }

  private static Optional<FailedStep> failure(ResultSet row) throws SQLException {
    Optional<StepKey> step = step(row, "failed_step");
    return step.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FailedStep(
                step.get(), row.getString("failed_name"), row.getString("failed_message")));
  }

  private static RunOrigin origin(ResultSet row) throws SQLException {
    Optional<RunId> parent = run(row, "parent_run");
    Optional<RunId> again = run(row, "rerun_of");
    return new RunOrigin(
        parent.isEmpty()
            ? Optional.empty()
            : Optional.of(new ParentStep(parent.get(), new StepKey(row.getString("parent_step")))),
        run(row, "cause_run"),
        again.isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Rerun(
                    again.get(),
                    step(row, "rerun_from"),
                    new EventId(Rows.id(row, "requested_by")))));
  }

  private static Optional<RunId> run(ResultSet row, String column) throws SQLException {
    return Rows.optionalId(row, column).map(RunId::new);
  }

  private static Optional<StepKey> step(ResultSet row, String column) throws SQLException {
    return Rows.optionalText(row, column).map(StepKey::new);
  }
}
