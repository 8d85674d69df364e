package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What automations remember of earlier events for a time, by key: one table for each kind of mark.
enum MarkRows {
  DEDUPE("dedupe_mark"),
  THROTTLE("throttle_mark");

  private static final int FORGOTTEN_AT_ONCE = 200;

  private final String table;

  MarkRows(String table) {
    this.table = table;
  }

  /// Those that still count.
  JdbcClient.StatementSpec select(JdbcClient tx, List<MarkKey> keys, Instant now) {
    return keyed(
            tx.sql(
                """
                select m.* from unnest(:tenants::uuid[], :automations::uuid[], :keys::text[]) k(tenant, automation, key)
                join %s m on m.tenant_id = k.tenant and m.automation_id = k.automation and m.key = k.key
                where m.until > :now\
                """
                    .formatted(table)),
            keys)
        .param("now", Rows.utc(now));
  }

  static JdbcClient.StatementSpec keyed(JdbcClient.StatementSpec statement, List<MarkKey> keys) {
    return statement
        .param("tenants", Columns.texts(keys, key -> key.tenant().toString()))
        .param("automations", Columns.texts(keys, key -> key.automation().toString()))
        .param("keys", Columns.texts(keys, MarkKey::text));
  }

  static MarkKey key(ResultSet row) throws SQLException {
    return new MarkKey(
        new TenantId(Rows.id(row, "tenant_id")),
        new AutomationId(Rows.id(row, "automation_id")),
        row.getString("key"));
  }

  /// Whoever adds a mark takes more than one away that is over, so the table stays as small as what
  /// still counts. Waits for nobody: what another transaction looks at stays until the next time.
  void forgetWhatIsOver(JdbcClient tx) {
    tx.sql(
            """
            delete from %1$s m using (
              select tenant_id, automation_id, key from %1$s where until < now() - interval '1 minute'
              limit :most for update skip locked) o
            where m.tenant_id = o.tenant_id and m.automation_id = o.automation_id and m.key = o.key\
            """
                .formatted(table))
        .param("most", FORGOTTEN_AT_ONCE)
        .update();
  }
}
