package dev.pilothouse.stores;

import dev.pilothouse.model.Awaited;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import dev.pilothouse.stores.EngineEntries.Told;
import dev.pilothouse.stores.LedgerStatement.Move;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tells the journal what runs have begun to wait for, in the transaction in which they leave. A
/// run that is woken for one of its waits and goes on with the others is not told of once more.
final class WaitingEntries {
  static final String TYPE = "run.waiting";

  /// Of what began under a claim that was not told of yet, of each run the one that people should
  /// know of first. Steps are looked up by their keys: a run may have very many behind it.
  private static final String BEGUN =
      """
      select distinct on (run_id) *, count(*) over (partition by run_id) - 1 others
      from (
        select s.run_id, s.step, s.name, s.reason, s.due, s.at,
          case when s.phase = 1 then 'person' when s.kind = 'call' then 'run' when s.input = 'null' then 'time' else 'event' end kind
        from unnest(:runs::uuid[], :steps::text[], :told::bigint[]) w(run_id, step, told)
          join step_record s on s.run_id = w.run_id and s.step = w.step and s.fence > w.told
        where s.phase = 1 and s.result = 'unknown'
          or s.phase = 2 and not exists (
            select from step_record d where d.run_id = s.run_id and d.step = s.step and d.phase = 1)) b
      order by run_id, array_position(array['person', 'event', 'run', 'time'], kind), at, step\
      """;

  private WaitingEntries() {}

  static List<NewEntry> of(JdbcClient tx, List<Writing> writings, List<Written> written) {
    Map<RunId, Written> left =
        written.stream()
            .filter(it -> it.move().flatMap(Move::toldBefore).isPresent())
            .collect(Collectors.toMap(it -> it.ref().run(), Function.identity()));
    List<At> waits = writings.stream().flatMap(writing -> waits(writing, left)).toList();
    return waits.isEmpty() ? List.of() : entries(begun(tx, waits), left);
  }

  /// A step that a run which has left says it waits at.
  private record At(RunId run, String step, long told) {}

  private static Stream<At> waits(Writing writing, Map<RunId, Written> left) {
    RunId run = writing.claim().ref().run();
    Optional<Long> told =
        Optional.ofNullable(left.get(run)).flatMap(Written::move).flatMap(Move::toldBefore);
    return told.isPresent() && writing.turn() instanceof Turn.Leave(_, _, var steps)
        ? steps.stream().map(step -> new At(run, step.text(), told.get()))
        : Stream.empty();
  }

  private record Begun(
      RunId run, String kind, String step, String words, Optional<Instant> until, int others) {}

  private static List<Begun> begun(JdbcClient tx, List<At> waits) {
    return tx.sql(BEGUN)
        .param("runs", Columns.texts(waits, wait -> wait.run().toString()))
        .param("steps", Columns.texts(waits, At::step))
        .param("told", Columns.longs(waits, At::told))
        .query(WaitingEntries::begun)
        .list();
  }

  private static Begun begun(ResultSet row, int number) throws SQLException {
    String kind = row.getString("kind");
    return new Begun(
        new RunId(Rows.id(row, "run_id")),
        kind,
        row.getString("step"),
        kind.equals("person")
            ? Awaited.personsWord(row.getString("name"))
            : row.getString("reason"),
        Rows.optionalInstant(row, "due"),
        row.getInt("others"));
  }

  private static List<NewEntry> entries(List<Begun> begun, Map<RunId, Written> left) {
    return begun.stream()
        .flatMap(
            it -> Optional.ofNullable(left.get(it.run())).stream().flatMap(run -> entry(it, run)))
        .toList();
  }

  private static Stream<NewEntry> entry(Begun begun, Written run) {
    return run.move().stream()
        .map(move -> Told.of(run.ref(), move))
        .map(told ->
            EngineEntries.entry(
                run.ref().tenant(),
                told,
                TYPE,
                EngineEntries.about(told)
                    .put("kind", begun.kind())
                    .put("step", begun.step())
                    .put("reason", begun.words())
                    .put("until", begun.until().map(Instant::toString).orElse(null))
                    .put("others", begun.others())));
  }
}
