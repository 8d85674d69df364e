package dev.pilothouse.stores;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Keys as they stand in the database.
final class KeyRows {
  private KeyRows() {}

  static int insert(JdbcClient tx, NewKey key) {
    return tx.sql(
            """
            insert into api_key (id, tenant_id, name, prefix, hash, role)
            values (?, ?, ?, ?, ?, ?)\
            """)
        .params(
            key.id().value(),
            key.tenant().value(),
            key.name(),
            key.prefix(),
            key.hash().hex(),
            key.role().text())
        .update();
  }

  static Keys.Key key(ResultSet row, int number) throws SQLException {
    return new Keys.Key(
        new KeyId(Rows.id(row, "id")),
        row.getString("name"),
        row.getString("prefix"),
        Rows.role(row),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "withdrawn_at"));
  }
}
