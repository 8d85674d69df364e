package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A run that is cancelled takes along those that its steps called and still wait for: nobody is
/// left who wants what becomes of them. They get an order, as from a person, in the transaction
/// that ends the run: from there on it calls nothing more, so that none is missed. Whoever ends one
/// of them does the same for those that it called.
///
/// A walk may hold their rows and wait for one that this transaction holds, so nothing is waited
/// for here.
final class CancelledCalls {
  private static final String ORDER =
      """
      insert into run_order (tenant_id, run_id, kind, actor, reason)
      select c.tenant_id, c.id, 'cancel', 'run/' || p.id,
        'The run ' || p.id || ' of ''' || p.automation || ''', whose step ''' || c.parent_step || ''' called this one and waited for it, was cancelled.'
      from run p join run c on c.parent_run = p.id
        join step_record w on w.run_id = p.id and w.step = c.parent_step and w.phase = 2
      where p.id = any(:cancelled::uuid[]) and c.finished_at is null
        and not exists (select from step_record s where s.run_id = p.id and s.step = c.parent_step and s.phase = 1)
      returning run_id\
      """;

  private CancelledCalls() {}

  /// @return those that nobody walks, and that somebody must wake
  static List<RunRef> order(JdbcClient tx, List<Written> written) {
    List<RunId> cancelled =
        written.stream().filter(CancelledCalls::isCancelled).map(it -> it.ref().run()).toList();
    if (cancelled.isEmpty()) {
      return List.of();
    }
    List<RunId> called = give(tx, cancelled);
    return called.isEmpty() ? List.of() : PendingOrders.show(tx, called);
  }

  private static boolean isCancelled(Written written) {
    return written
        .move()
        .filter(move -> move.ended() && move.state() == RunState.CANCELLED)
        .isPresent();
  }

  private static List<RunId> give(JdbcClient tx, List<RunId> cancelled) {
    return tx.sql(ORDER)
        .param("cancelled", Columns.texts(cancelled, RunId::toString))
        .query((row, _) -> new RunId(Rows.id(row, "run_id")))
        .list();
  }
}
