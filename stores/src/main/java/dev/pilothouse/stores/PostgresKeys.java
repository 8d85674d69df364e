package dev.pilothouse.stores;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Keys;
import dev.pilothouse.spi.RunStarter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The keys of a tenant, as its administrators keep them. Each change passes the journal's door, in
/// its own transaction.
public final class PostgresKeys implements Keys {
  private static final UUID LAST = new UUID(-1L, -1L);

  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresKeys(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  /// Ids are in the order of time.
  @Override
  public List<Key> page(TenantId tenant, Optional<KeyId> before, int limit) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select * from api_key where id < ? order by id desc limit ?")
                .params(before.map(KeyId::value).orElse(LAST), limit)
                .query(KeyRows::key)
                .list());
  }

  @Override
  public void make(NewKey key, String actor) {
    database
        .asSystem(tx -> {
          KeyRows.insert(tx, key);
          return journal.append(tx, List.of(new KeyEntry(key.tenant(), actor).created(key)));
        })
        .startWith(starter);
  }

  private record Withdrawn(Optional<Key> key, Appended appended) {}

  @Override
  public Optional<Key> withdraw(TenantId tenant, KeyId key, String actor) {
    Withdrawn withdrawn = database.asSystem(tx -> withdrawn(tx, tenant, key, actor));
    withdrawn.appended().startWith(starter);
    return withdrawn.key();
  }

  private Withdrawn withdrawn(JdbcClient tx, TenantId tenant, KeyId id, String actor) {
    Optional<Key> now =
        tx.sql(
                """
                update api_key set withdrawn_at = now()
                where id = ? and tenant_id = ? and withdrawn_at is null returning *\
                """)
            .params(id.value(), tenant.value())
            .query(KeyRows::key)
            .optional();
    return now.map(key ->
            new Withdrawn(
                now, journal.append(tx, List.of(new KeyEntry(tenant, actor).withdrawn(key)))))
        .orElseGet(() -> new Withdrawn(before(tx, tenant, id), Appended.NOTHING));
  }

  private static Optional<Key> before(JdbcClient tx, TenantId tenant, KeyId id) {
    return tx.sql("select * from api_key where id = ? and tenant_id = ?")
        .params(id.value(), tenant.value())
        .query(KeyRows::key)
        .optional();
  }
}
