package dev.pilothouse.stores;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Steps as the ledger keeps them: a row each for what was reserved, got and awaited, read back as
/// one record.
final class StepRows {
  static final int RESERVED = 0;
  static final int SETTLED = 1;
  static final int AWAITED = 2;
  static final int PROGRESS = 3;

  private static final String SQL =
      """
      select run_id, step, phase, name, kind, effect_class, attempt, input, result, output, reason, due, maybe, late, started_at, at, items, done, failed, copied_from,
        error ->> 'code' code, error ->> 'kind' error_kind, error ->> 'message' message
      from step_record where run_id = any(:runs::uuid[])\
      """;

  /// Without the turns that a loop has behind it: a walk must not grow with them.
  private static final String AHEAD =
      SQL
          + """
           and not exists (
            select from step_record l where l.run_id = step_record.run_id and l.phase = 3
              and starts_with(step_record.step, l.step || '.')
              and split_part(substr(step_record.step, length(l.step) + 2), '.', 1)::int < l.done)\
          """;

  private StepRows() {}

  /// In the order they were begun.
  static List<StepRecord> of(JdbcClient jdbc, RunId run, Collection<StepKey> keys) {
    List<Row> rows =
        jdbc.sql(SQL + " and step = any(:steps)")
            .param("runs", Columns.texts(List.of(run), RunId::toString))
            .param("steps", Columns.texts(List.copyOf(keys), StepKey::text))
            .query(StepRows::row)
            .list();
    return records(rows);
  }

  static Optional<StepRecord> one(JdbcClient jdbc, RunId run, StepKey key) {
    return of(jdbc, run, List.of(key)).stream().findFirst();
  }

  static List<StepRecord> ahead(JdbcClient jdbc, RunId run) {
    return ahead(jdbc, List.of(run)).getOrDefault(run, List.of());
  }

  /// Of each run in the order they were begun; without those runs that have none yet.
  static Map<RunId, List<StepRecord>> ahead(JdbcClient jdbc, Collection<RunId> runs) {
    return of(jdbc, AHEAD, runs);
  }

  private static Map<RunId, List<StepRecord>> of(
      JdbcClient jdbc, String sql, Collection<RunId> runs) {
    Map<RunId, List<Row>> rows =
        jdbc
            .sql(sql)
            .param("runs", Columns.texts(List.copyOf(runs), RunId::toString))
            .query(StepRows::row)
            .list()
            .stream()
            .collect(groupingBy(Row::run));
    Map<RunId, List<StepRecord>> steps = new LinkedHashMap<>();
    rows.forEach((run, ofRun) -> steps.put(run, records(ofRun)));
    return steps;
  }

  private static List<StepRecord> records(List<Row> rows) {
    return rows.stream().collect(groupingBy(Row::key, toList())).values().stream()
        .map(StepRows::record)
        .sorted(Comparator.comparing(StepRecord::startedAt).thenComparing(StepRecord::key))
        .toList();
  }

  private static StepRecord record(List<Row> phases) {
    return new StepRecord(
        phases.getFirst().key(),
        phases.getFirst().label(),
        phases.stream().map(Row::startedAt).min(Comparator.naturalOrder()).orElseThrow(),
        phases.stream().flatMap(row -> row.reservation().stream()).findFirst(),
        phases.stream().flatMap(row -> row.settlement().stream()).findFirst(),
        phases.stream().flatMap(row -> row.awaiting().stream()).findFirst(),
        phases.stream().flatMap(row -> row.progress().stream()).findFirst(),
        phases.stream().flatMap(row -> row.keptFrom().stream()).findFirst());
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    int phase = row.getInt("phase");
    return new Row(
        new RunId(Rows.id(row, "run_id")),
        new StepKey(row.getString("step")),
        new StepLabel(row.getString("name"), row.getString("kind")),
        Rows.instant(row, "started_at"),
        phase == RESERVED ? Optional.of(reservation(row)) : Optional.empty(),
        phase == SETTLED ? Optional.of(settlement(row)) : Optional.empty(),
        phase == AWAITED ? Optional.of(awaiting(row)) : Optional.empty(),
        phase == PROGRESS ? Optional.of(progress(row)) : Optional.empty(),
        Rows.optionalId(row, "copied_from").map(RunId::new));
  }

  private static StepRecord.Reservation reservation(ResultSet row) throws SQLException {
    return new StepRecord.Reservation(
        EffectClass.valueOf(row.getString("effect_class").toUpperCase(Locale.ROOT)),
        json(row, "input"),
        row.getInt("attempt"),
        Rows.instant(row, "at"),
        Rows.instant(row, "due"));
  }

  private static StepRecord.Settlement settlement(ResultSet row) throws SQLException {
    return new StepRecord.Settlement(
        outcome(row),
        row.getInt("attempt"),
        json(row, "input"),
        row.getBoolean("late"),
        Rows.instant(row, "at"));
  }

  private static StepRecord.Awaiting awaiting(ResultSet row) throws SQLException {
    return new StepRecord.Awaiting(
        Rows.instant(row, "due"),
        row.getInt("attempt"),
        json(row, "input"),
        row.getString("reason"),
        row.getBoolean("maybe"));
  }

  private static LoopProgress progress(ResultSet row) throws SQLException {
    return new LoopProgress(
        row.getInt("items"), row.getInt("done"), row.getInt("failed"), json(row, "output"));
  }

  private static StepOutcome outcome(ResultSet row) throws SQLException {
    String result = row.getString("result");
    return switch (result) {
      case "completed" -> new StepOutcome.Completed(json(row, "output"));
      case "failed" -> new StepOutcome.Failed(error(row));
      case "skipped" -> new StepOutcome.Skipped(row.getString("reason"));
      case "unknown" -> new StepOutcome.Unknown(row.getString("reason"));
      default -> throw new IllegalStateException("A step ended as '" + result + "'.");
    };
  }

  static StepError error(ResultSet row) throws SQLException {
    return new StepError(
        row.getString("code"),
        StepError.Kind.valueOf(row.getString("error_kind").toUpperCase(Locale.ROOT)),
        row.getString("message"));
  }

  private static Json json(ResultSet row, String column) throws SQLException {
    return Rows.optionalText(row, column).map(Json::new).orElse(Json.NULL);
  }

  /// One phase of one step.
  private record Row(
      RunId run,
      StepKey key,
      StepLabel label,
      Instant startedAt,
      Optional<StepRecord.Reservation> reservation,
      Optional<StepRecord.Settlement> settlement,
      Optional<StepRecord.Awaiting> awaiting,
      Optional<LoopProgress> progress,
      Optional<RunId> keptFrom) {}
}
