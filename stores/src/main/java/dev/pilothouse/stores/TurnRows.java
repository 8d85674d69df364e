package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.stores.LedgerStatement.Move;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whose turn it is among runs of one concurrency key.
final class TurnRows {
  private TurnRows() {}

  /// The runs that waited for those that have ended here.
  static List<RunRef> next(JdbcClient tx, List<Written> written) {
    String[] ended =
        written.stream()
            .filter(it -> it.move().filter(TurnRows::givesTurn).isPresent())
            .map(it -> it.ref().run().toString())
            .toArray(String[]::new);
    return ended.length == 0 ? List.of() : next(tx, ended);
  }

  private static boolean givesTurn(Move move) {
    return move.ended() && !move.turnKey().isEmpty();
  }

  private static List<RunRef> next(JdbcClient tx, String[] ended) {
    return tx.sql(
            """
            select distinct on (n.tenant_id, n.automation_id, n.concurrency_key) n.tenant_id, n.id
            from run e join run n on n.tenant_id = e.tenant_id and n.automation_id = e.automation_id
              and n.concurrency_key = e.concurrency_key and n.finished_at is null
            where e.id = any(:ended::uuid[])
            order by n.tenant_id, n.automation_id, n.concurrency_key, n.position, n.id\
            """)
        .param("ended", ended)
        .query((row, _) ->
            new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))))
        .list();
  }
}
