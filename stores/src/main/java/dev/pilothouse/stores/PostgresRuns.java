package dev.pilothouse.stores;

import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs as their tenant may read them.
public final class PostgresRuns implements Runs {
  private static final String SUMMARY =
      """
      select r.*, j.type, j.subject, j.source, j.time
      from run r join journal j on j.id = r.event_id
      """;

  private final Database database;

  public PostgresRuns(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Run> find(TenantId tenant, RunId id) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql(SUMMARY + "where r.id = ?")
                .param(id.value())
                .query(Rows::runSummary)
                .optional()
                .map(summary -> new Run(summary, steps(jdbc, id))));
  }

  @Override
  public List<RunSummary> newest(TenantId tenant, int limit) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql(SUMMARY + "order by r.id desc limit ?")
                .param(limit)
                .query(Rows::runSummary)
                .list());
  }

  @Override
  public List<RunSummary> newestBefore(TenantId tenant, RunId cursor, int limit) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql(SUMMARY + "where r.id < ? order by r.id desc limit ?")
                .params(cursor.value(), limit)
                .query(Rows::runSummary)
                .list());
  }

  static List<StepRecord> steps(JdbcClient jdbc, RunId run) {
    return jdbc.sql("select * from step_outcome where run_id = ? order by started_at, step")
        .param(run.value())
        .query(Rows::step)
        .list();
  }
}
