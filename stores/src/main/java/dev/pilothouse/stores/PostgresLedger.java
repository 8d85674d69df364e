package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Outcomes of runs, kept once.
public final class PostgresLedger implements Ledger {
  private final Database database;

  public PostgresLedger(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Work> begin(RunRef run) {
    return database.asSystem(jdbc -> {
      int begun =
          jdbc.sql(
                  """
                  update run set state = 'running', started_at = coalesce(started_at, now()), nudged_at = now()
                  where id = ? and tenant_id = ? and finished_at is null\
                  """)
              .params(run.run().value(), run.tenant().value())
              .update();
      return begun == 0 ? Optional.empty() : Optional.of(work(jdbc, run.run()));
    });
  }

  @Override
  public void record(RunRef run, StepRecord step) {
    database.asSystem(jdbc ->
        jdbc.sql(
                """
                insert into step_outcome (tenant_id, run_id, step, name, output, error, attempts, started_at, finished_at)
                values (:tenant, :run, :step, :name, :output::jsonb, :error, :attempts, :started, :finished)
                on conflict do nothing\
                """)
            .param("tenant", run.tenant().value())
            .param("run", run.run().value())
            .param("step", step.id())
            .param("name", step.name())
            .param("output", output(step.outcome()).orElse(null))
            .param("error", error(step.outcome()).orElse(null))
            .param("attempts", step.attempts())
            .param("started", Rows.utc(step.startedAt()))
            .param("finished", Rows.utc(step.finishedAt()))
            .update());
  }

  @Override
  public void end(RunRef run, RunState state) {
    database.asSystem(jdbc ->
        jdbc.sql(
                "update run set state = ?, finished_at = now() where id = ? and tenant_id = ? and"
                    + " finished_at is null")
            .params(state.name().toLowerCase(Locale.ROOT), run.run().value(), run.tenant().value())
            .update());
  }

  @Override
  public List<RunRef> takeUnattended(Duration quiet, int limit) {
    return database.asSystem(jdbc ->
        jdbc.sql(
                """
                update run set nudged_at = now() where id in (
                  select id from run
                  where finished_at is null and nudged_at <= now() - :quiet * interval '1 millisecond'
                  order by nudged_at limit :limit for update skip locked)
                returning id, tenant_id\
                """)
            .param("quiet", quiet.toMillis())
            .param("limit", limit)
            .query((row, _) ->
                new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))))
            .list());
  }

  private static Work work(JdbcClient jdbc, RunId run) {
    CloudEvent event =
        jdbc.sql("select j.* from journal j join run r on r.event_id = j.id where r.id = ?")
            .param(run.value())
            .query((row, _) ->
                new CloudEvent(
                    row.getString("source"),
                    row.getString("source_id"),
                    row.getString("type"),
                    row.getString("subject"),
                    Rows.instant(row, "time"),
                    new Json(row.getString("data"))))
            .single();
    return new Work(event, PostgresRuns.steps(jdbc, run));
  }

  private static Optional<String> output(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Completed(Json output) -> Optional.of(output.text());
      case StepOutcome.Failed _ -> Optional.empty();
    };
  }

  private static Optional<String> error(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Completed _ -> Optional.empty();
      case StepOutcome.Failed(String message) -> Optional.of(message);
    };
  }
}
