package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets runs show that they have an order to follow. Whoever must not wait for a run's row gives
/// the order all the same, and the row shows it as soon as it is free.
final class PendingOrders {
  private PendingOrders() {}

  /// Looks for orders that no run shows yet. Those whose run has ended meanwhile are over: an end
  /// follows them all.
  ///
  /// @return runs that nobody walks, and that somebody must wake
  static List<RunRef> showAll(JdbcClient tx) {
    List<RunId> runs =
        tx.sql(
                """
                with over as (
                  update run_order o set carried_out_at = r.finished_at from run r
                  where o.carried_out_at is null and r.id = o.run_id and r.finished_at is not null)
                select distinct r.id from run_order o join run r on r.id = o.run_id
                where o.carried_out_at is null and r.finished_at is null and not r.ordered\
                """)
            .query((row, _) -> new RunId(Rows.id(row, "id")))
            .list();
    return runs.isEmpty() ? List.of() : show(tx, runs);
  }

  /// Waits for no row: one that is locked now shows its order the next time.
  static List<RunRef> show(JdbcClient tx, List<RunId> runs) {
    List<RunId> free =
        tx.sql(
                """
                select id from run where id = any(:runs::uuid[]) and finished_at is null
                order by id for no key update skip locked\
                """)
            .param("runs", Columns.texts(runs, RunId::toString))
            .query((row, _) -> new RunId(Rows.id(row, "id")))
            .list();
    return free.isEmpty() ? List.of() : mark(tx, free);
  }

  /// In a statement of its own: an order may have been carried out before the lock, and a run that
  /// shows one which is no more would look for it for ever.
  private static List<RunRef> mark(JdbcClient tx, List<RunId> locked) {
    return tx
        .sql(
            """
            with marked as (
              update run r set ordered = true, nudged_at = now()
              where r.id = any(:runs::uuid[]) and not r.ordered
                and exists (select from run_order o where o.run_id = r.id and o.carried_out_at is null)
              returning r.id, r.tenant_id, r.state)
            select id, tenant_id, state, pg_notify(:channel, id::text) from marked\
            """)
        .param("runs", Columns.texts(locked, RunId::toString))
        .param("channel", OrderBell.CHANNEL)
        .query((row, _) ->
            new Marked(
                new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))),
                RunState.parse(row.getString("state"))))
        .list()
        .stream()
        .filter(run -> run.state() != RunState.RUNNING)
        .map(Marked::run)
        .toList();
  }

  private record Marked(RunRef run, RunState state) {}
}
