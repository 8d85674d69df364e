package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A few letters for each run that are others as soon as the run is shown otherwise: the versions
/// of its row and of its steps, and the states of the runs it waits for. Orders and letters change
/// the run's row too.
final class RunPrints {
  /// A loop's turns are one stride here as well; of them the newest writing counts.
  private static final String SQL =
      """
      select r.id, concat_ws('/', r.xmin, r.ctid, (
          with recursive outside (step, reached) as (
            select null::text collate "C", '' collate "C"
            union all
            select n.step, case when strpos(n.step, '.') = 0 then n.step else split_part(n.step, '.', 1) || '/' end
            from outside o cross join lateral (
              select s.step from step_record s where s.run_id = r.id and s.step > o.reached order by s.step limit 1) n)
          select sum(s.xid::text::numeric) from outside o join step_record s on s.run_id = r.id and s.step = o.step
          where strpos(o.step, '.') = 0),
        (select s.xid from step_record s where s.run_id = r.id and strpos(s.step, '.') > 0 order by s.xid desc limit 1), (
          select string_agg(c.state, ',' order by c.id) from (
            select id, state from run where parent_run = r.id order by id desc limit 101) c), (
          select e.id from run e where r.state = 'queued' and e.tenant_id = r.tenant_id and e.automation_id = r.automation_id
            and e.concurrency_key = r.concurrency_key and e.finished_at is null and (e.position, e.id) < (r.position, r.id)
          order by e.position desc, e.id desc limit 1)) print
      from run r where r.id = any(:runs::uuid[])\
      """;

  private RunPrints() {}

  static Map<RunId, String> of(JdbcClient jdbc, List<RunId> runs) {
    return jdbc
        .sql(SQL)
        .param("runs", Columns.texts(runs, RunId::toString))
        .query((row, _) -> Map.entry(new RunId(Rows.id(row, "id")), row.getString("print")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
