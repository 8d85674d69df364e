package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Runs as their tenant may read them.
public final class PostgresRuns implements Runs {
  private final Database database;

  public PostgresRuns(Database database) {
    this.database = database;
  }

  @Override
  public Optional<Run> find(TenantId tenant, RunId id) {
    return database.as(tenant, jdbc -> find(jdbc, id));
  }

  private static Optional<Run> find(JdbcClient jdbc, RunId id) {
    return RunRows.summaries(jdbc, List.of(id)).stream()
        .findFirst()
        .map(summary -> withSteps(jdbc, summary));
  }

  /// The mark is older than whatever is read after it.
  @Override
  public Optional<Seen> look(TenantId tenant, RunId id, Optional<Long> since) {
    return database.as(
        tenant,
        jdbc -> {
          long mark = NewSteps.now(jdbc);
          return find(jdbc, id)
              .map(run -> new Seen(run, NewSteps.since(jdbc, id, since, mark), mark));
        });
  }

  private static Run withSteps(JdbcClient jdbc, RunSummary summary) {
    RunId id = summary.id();
    ShownSteps.Shown shown = ShownSteps.of(jdbc, id);
    return new Run(
        summary,
        shown.steps(),
        shown.more(),
        OrderRows.of(jdbc, id),
        LetterRows.unread(jdbc, id),
        RunKin.of(jdbc, id));
  }

  @Override
  public Optional<StepPage> steps(TenantId tenant, RunId run, Optional<StepKey> after, int limit) {
    return database.as(
        tenant, jdbc -> known(jdbc, run).map(it -> new StepPages(jdbc, it, limit).outside(after)));
  }

  @Override
  public Optional<StepPage> turns(TenantId tenant, RunId run, StepKey loop, int after, int limit) {
    return database.as(
        tenant,
        jdbc -> known(jdbc, run).map(it -> new StepPages(jdbc, it, limit).turns(loop, after)));
  }

  @Override
  public Optional<List<PastAttempt>> pastAttempts(TenantId tenant, RunId run, StepKey step) {
    return database.as(
        tenant, jdbc -> known(jdbc, run).map(it -> PastAttemptRows.of(jdbc, it, step)));
  }

  private static Optional<RunId> known(JdbcClient jdbc, RunId run) {
    return jdbc.sql("select id from run where id = ?")
        .param(run.value())
        .query((row, _) -> new RunId(Rows.id(row, "id")))
        .optional();
  }

  @Override
  public Found page(TenantId tenant, Filter filter, Optional<RunId> before, int limit) {
    RunTextSearch.Hits hits = hits(tenant, filter, before, limit + 1);
    if (hits.runs().size() <= limit) {
      return found(tenant, hits.runs(), hits.goOn());
    }
    List<RunId> shown = hits.runs().subList(0, limit);
    return found(tenant, shown, Optional.of(shown.getLast()));
  }

  private RunTextSearch.Hits hits(
      TenantId tenant, Filter filter, Optional<RunId> before, int limit) {
    return filter.text().isEmpty()
        ? new RunTextSearch.Hits(newest(tenant, filter, before, limit), Optional.empty())
        : new RunTextSearch(database, tenant, filter, System::nanoTime).newest(before, limit);
  }

  private List<RunId> newest(TenantId tenant, Filter filter, Optional<RunId> before, int limit) {
    return database.as(
        tenant,
        jdbc ->
            RunSearch.of(jdbc, filter)
                .map(search -> search.newest(jdbc, before, limit))
                .orElse(List.of()));
  }

  private Found found(TenantId tenant, List<RunId> runs, Optional<RunId> goOn) {
    return new Found(database.as(tenant, jdbc -> RunRows.summaries(jdbc, runs)), goOn);
  }

  @Override
  public Map<RunState, Count> counts(TenantId tenant, Filter filter) {
    return database.as(
        tenant,
        jdbc ->
            RunSearch.inEveryState(jdbc, filter)
                .map(search -> search.counts(jdbc))
                .orElse(Map.of()));
  }

  @Override
  public Optional<Json> value(TenantId tenant, String hash) {
    return database.as(tenant, jdbc -> StoredValues.find(jdbc, tenant, hash));
  }
}
