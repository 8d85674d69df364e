package dev.pilothouse.stores;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
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

  private static final String SQL =
      """
      select run_id, step, phase, name, kind, effect_class, attempt, input, result, output, reason, due, maybe, late, started_at, at,
        error ->> 'code' code, error ->> 'kind' error_kind, error ->> 'message' message
      from step_record where run_id = any(:runs::uuid[])\
      """;

  private StepRows() {}

  /// In the order they were begun.
  static List<StepRecord> of(JdbcClient jdbc, RunId run) {
    return of(jdbc, List.of(run)).getOrDefault(run, List.of());
  }

  /// Of each run in the order they were begun; without those runs that have none yet.
  static Map<RunId, List<StepRecord>> of(JdbcClient jdbc, Collection<RunId> runs) {
    Map<RunId, List<Row>> rows =
        jdbc
            .sql(SQL)
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
        phases.stream().flatMap(row -> row.awaiting().stream()).findFirst());
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
        phase == AWAITED ? Optional.of(awaiting(row)) : Optional.empty());
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
        row.getString("reason"),
        row.getBoolean("maybe"));
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

  private static StepError error(ResultSet row) throws SQLException {
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
      Optional<StepRecord.Awaiting> awaiting) {}
}
