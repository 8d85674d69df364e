package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds steps of a run without reading what stands between them: a loop may have left hundreds of
/// thousands.
final class StepKeys {
  /// Where the keys of a run begin, and those of one turn: `each.3.`.
  static final String TOP = "";

  /// Goes from step to step by the key's order; a loop's turns are one stride.
  private static final String DIRECTLY =
      """
      with recursive found (prefix, ending, step, reached) as (
        select prefix collate "C", ending collate "C", null::text collate "C", prefix collate "C"
        from unnest(:prefixes::text[], :endings::text[]) t(prefix, ending)
        union all
        select f.prefix, f.ending, n.step, case when strpos(substr(n.step, length(f.prefix) + 1), '.') = 0 then n.step
          else f.prefix || split_part(substr(n.step, length(f.prefix) + 1), '.', 1) || '/' end
        from found f cross join lateral (
          select s.step from step_record s where s.run_id = :run and s.step > f.reached and s.step < f.ending
          order by s.step limit 1) n)
      select step from found where step is not null and strpos(substr(step, length(prefix) + 1), '.') = 0 limit :limit\
      """;

  private StepKeys() {}

  /// @param limit one step more is asked for by who wants to know whether there are more
  static List<StepKey> any(JdbcClient jdbc, RunId run, int limit) {
    return jdbc.sql("select distinct step from step_record where run_id = ? order by step limit ?")
        .params(run.value(), limit)
        .query((row, _) -> new StepKey(row.getString("step")))
        .list();
  }

  /// Those that stand in these places themselves, not within a loop there.
  ///
  /// @param places [#TOP], or turns of loops
  static List<StepKey> directly(JdbcClient jdbc, RunId run, List<String> places, int limit) {
    return jdbc.sql(DIRECTLY)
        .param("run", run.value())
        .param("prefixes", places.toArray(String[]::new))
        .param("endings", Columns.texts(places, StepKeys::ending))
        .param("limit", limit)
        .query((row, _) -> new StepKey(row.getString("step")))
        .list();
  }

  /// Behind all keys that begin like this: `/` follows `.`, and `~` every letter.
  private static String ending(String prefix) {
    return prefix.isEmpty() ? "~" : prefix.substring(0, prefix.length() - 1) + "/";
  }

  /// Those begun last come first.
  static List<StepKey> newestOf(JdbcClient jdbc, RunId run, Collection<StepKey> keys, int limit) {
    return jdbc.sql(
            """
            select step from step_record where run_id = :run and step = any(:steps)
            group by step order by min(started_at) desc, step desc limit :limit\
            """)
        .param("run", run.value())
        .param("steps", Columns.texts(List.copyOf(keys), StepKey::text))
        .param("limit", limit)
        .query((row, _) -> new StepKey(row.getString("step")))
        .list();
  }

  /// One of these whose outcome nobody knows.
  static Optional<StepKey> unknownOf(JdbcClient jdbc, RunId run, Collection<StepKey> keys) {
    return jdbc.sql(
            """
            select step from step_record where run_id = :run and phase = 1 and result = 'unknown' and step = any(:steps)
            order by step limit 1\
            """)
        .param("run", run.value())
        .param("steps", Columns.texts(List.copyOf(keys), StepKey::text))
        .query((row, _) -> new StepKey(row.getString("step")))
        .optional();
  }

  /// What went wrong last comes first.
  static Set<StepKey> inTrouble(JdbcClient jdbc, RunId run, int limit) {
    return jdbc.sql(
            """
            select step from step_record where run_id = ? and result in ('failed', 'unknown') order by at desc limit ?\
            """)
        .params(run.value(), limit)
        .query((row, _) -> new StepKey(row.getString("step")))
        .set();
  }
}
