package dev.pilothouse.stores;

import dev.pilothouse.model.CalledRun;
import dev.pilothouse.model.Run.Kin;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The runs around a run.
final class RunKin {
  private static final int MOST = 100;

  private RunKin() {}

  static Kin of(JdbcClient jdbc, RunId run) {
    List<CalledRun> called = called(jdbc, run);
    return new Kin(
        called.subList(0, Math.min(MOST, called.size())),
        called.size() > MOST,
        reruns(jdbc, run),
        before(jdbc, run));
  }

  private static List<CalledRun> called(JdbcClient jdbc, RunId run) {
    return jdbc.sql(
            """
            select id, parent_step, automation, state from run where parent_run = ? order by id desc limit ?\
            """)
        .params(run.value(), MOST + 1)
        .query((row, _) ->
            new CalledRun(
                new RunId(Rows.id(row, "id")),
                new StepKey(row.getString("parent_step")),
                row.getString("automation"),
                RunState.parse(row.getString("state"))))
        .list();
  }

  private static List<RunId> reruns(JdbcClient jdbc, RunId run) {
    return jdbc.sql("select id from run where rerun_of = ? order by id desc limit ?")
        .params(run.value(), MOST)
        .query((row, _) -> new RunId(Rows.id(row, "id")))
        .list();
  }

  /// The one right before it: when that has ended, it is its turn.
  private static Optional<RunId> before(JdbcClient jdbc, RunId run) {
    return jdbc.sql(
            """
            select e.id from run r join run e on e.tenant_id = r.tenant_id and e.automation_id = r.automation_id
              and e.concurrency_key = r.concurrency_key and e.finished_at is null and (e.position, e.id) < (r.position, r.id)
            where r.id = ? and r.finished_at is null order by e.position desc, e.id desc limit 1\
            """)
        .param(run.value())
        .query((row, _) -> new RunId(Rows.id(row, "id")))
        .optional();
  }
}
