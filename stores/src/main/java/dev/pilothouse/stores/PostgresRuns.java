package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Runs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs as their tenant may read them.
public final class PostgresRuns implements Runs {
  private static final String SUMMARY =
      """
      select r.*, j.type, j.subject, j.source, j.time,
        exists(select from run_order o where o.run_id = r.id and o.kind = 'cancel' and o.carried_out_at is null) cancelling
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
                .query(PostgresRuns::bare)
                .optional()
                .map(run -> withSteps(jdbc, run)));
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

  @Override
  public Optional<Json> value(TenantId tenant, String hash) {
    return database.as(tenant, jdbc -> StoredValues.find(jdbc, tenant, hash));
  }

  private static Run bare(ResultSet row, int number) throws SQLException {
    return new Run(
        Rows.runSummary(row, number),
        new AutomationId(Rows.id(row, "automation_id")),
        new VersionId(row.getString("version")),
        List.of(),
        List.of());
  }

  private static Run withSteps(JdbcClient jdbc, Run run) {
    RunId id = run.summary().id();
    return new Run(
        run.summary(),
        run.automation(),
        run.version(),
        StepRows.of(jdbc, id),
        OrderRows.of(jdbc, id));
  }
}
