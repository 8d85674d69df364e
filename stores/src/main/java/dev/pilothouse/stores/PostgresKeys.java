package dev.pilothouse.stores;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The keys of a tenant, as its administrators see them.
public final class PostgresKeys implements Keys {
  private static final UUID LAST = new UUID(-1L, -1L);

  private final Database database;

  public PostgresKeys(Database database) {
    this.database = database;
  }

  /// Ids are in the order of time.
  @Override
  public List<Key> page(TenantId tenant, Optional<KeyId> before, int limit) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select * from api_key where id < ? order by id desc limit ?")
                .params(before.map(KeyId::value).orElse(LAST), limit)
                .query(PostgresKeys::key)
                .list());
  }

  @Override
  public Optional<Key> withdraw(TenantId tenant, KeyId key) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql(
                    """
                    update api_key set withdrawn_at = coalesce(withdrawn_at, now())
                    where id = ? returning *\
                    """)
                .param(key.value())
                .query(PostgresKeys::key)
                .optional());
  }

  private static Key key(ResultSet row, int number) throws SQLException {
    return new Key(
        new KeyId(Rows.id(row, "id")),
        row.getString("name"),
        row.getString("prefix"),
        Rows.role(row),
        Rows.instant(row, "created_at"),
        Rows.optionalInstant(row, "withdrawn_at"));
  }
}
