package dev.pilothouse.stores;

import dev.pilothouse.model.RunRef;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Tells earlier runs to end, since one has come that replaces them. A walk may hold their rows and
/// wait for a key that this transaction holds, so nothing is waited for here.
final class ReplacedRuns {
  private ReplacedRuns() {}

  /// Once the new runs stand in their rows, since one of them may be replaced as well.
  ///
  /// @return those that nobody walks, and that somebody must wake
  static List<RunRef> order(JdbcClient tx, List<Replaced> replaced) {
    if (replaced.isEmpty()) {
      return List.of();
    }
    give(tx, replaced);
    return PendingOrders.show(tx, replaced.stream().map(it -> it.run().run()).toList());
  }

  private static void give(JdbcClient tx, List<Replaced> replaced) {
    tx.sql(
            """
            insert into run_order (tenant_id, run_id, kind, actor, reason)
            select tenant, run, 'cancel', actor, reason
            from unnest(:tenants::uuid[], :runs::uuid[], :actors::text[], :reasons::text[]) t(tenant, run, actor, reason)\
            """)
        .param("tenants", Columns.texts(replaced, it -> it.run().tenant().toString()))
        .param("runs", Columns.texts(replaced, it -> it.run().run().toString()))
        .param("actors", Columns.texts(replaced, it -> "run/" + it.by().born().run()))
        .param("reasons", Columns.texts(replaced, ReplacedRuns::reason))
        .update();
  }

  private static String reason(Replaced replaced) {
    Candidate by = replaced.by().candidate();
    return "Replaced by run %s, which event %s started for the same key, %s."
        .formatted(
            replaced.by().born().run(),
            by.entry().id(),
            by.terms().turn().map(turn -> by.key(turn.key()).quoted()).orElseThrow());
  }
}
