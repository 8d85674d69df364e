package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.CarriedRuns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Reads the unfinished runs of all tenants, and keeps two processes from rebuilding at once.
public final class PostgresCarriedRuns implements CarriedRuns {
  private static final UUID BEFORE_ALL = new UUID(0, 0);

  private final Database database;
  private final UUID me;

  public PostgresCarriedRuns(Database database, UUID me) {
    this.database = database;
    this.me = me;
  }

  @Override
  public boolean begin() {
    return database.asSystem(tx ->
        tx.sql(
                """
                update carrier c set rebuilder = :me, rebuild_begun_at = clock_timestamp()
                where c.rebuilder is null or c.rebuilder = :me
                  or not exists (select from process p where p.id = c.rebuilder and p.lease_until > now())\
                """)
            .param("me", me)
            .update())
        > 0;
  }

  @Override
  public List<Carried> after(Optional<RunId> last, int limit) {
    return database.asSystem(tx ->
        tx.sql(
                """
                select r.id, r.tenant_id, r.state, coalesce(r.owner = :me, false) mine, exists (
                  select from process p where p.id = r.owner and p.lease_until > now()) owned
                from run r where r.finished_at is null and r.id > :last order by r.id limit :limit\
                """)
            .param("me", me)
            .param("last", last.map(RunId::value).orElse(BEFORE_ALL))
            .param("limit", limit)
            .query((row, _) ->
                new Carried(ref(row), RunState.parse(row.getString("state")), owner(row)))
            .list());
  }

  private static Owner owner(ResultSet row) throws SQLException {
    if (row.getBoolean("mine")) {
      return Owner.THIS_PROCESS;
    }
    return row.getBoolean("owned") ? Owner.ANOTHER_PROCESS : Owner.NOBODY;
  }

  @Override
  public List<RunRef> mine() {
    return database.asSystem(tx ->
        tx.sql("select id, tenant_id from run where state in ('queued', 'running') and owner = ?")
            .param(me)
            .query((row, _) -> ref(row))
            .list());
  }

  @Override
  public Set<RunId> strangers(Collection<RunId> runs) {
    Set<RunId> strangers = new HashSet<>(runs);
    database
        .asSystem(tx ->
            tx.sql("select id from run where id = any(:runs::uuid[])")
                .param("runs", Columns.texts(List.copyOf(runs), RunId::toString))
                .query((row, _) -> new RunId(Rows.id(row, "id")))
                .list())
        .forEach(strangers::remove);
    return strangers;
  }

  /// What was asked for while it was under way is still to be done.
  @Override
  public void done(Rebuilt rebuilt) {
    database.asSystem(tx ->
        tx.sql(
                """
                update carrier set rebuilder = null, rebuilds = rebuilds + 1, rebuilt_at = now(), dispatched = :dispatched,
                  started = :started, walked = :walked, strangers = :strangers,
                  rebuild_asked_at = case when rebuild_asked_at > rebuild_begun_at then rebuild_asked_at end
                where rebuilder = :me\
                """)
            .param("me", me)
            .param("dispatched", rebuilt.dispatched())
            .param("started", rebuilt.started())
            .param("walked", rebuilt.walked())
            .param("strangers", rebuilt.strangers())
            .update());
  }

  @Override
  public Optional<Rebuilt> since(long rebuilds) {
    return database.asSystem(tx ->
        tx.sql("select * from carrier where rebuild_asked_at is null and rebuilds > ?")
            .param(rebuilds)
            .query((row, _) ->
                new Rebuilt(
                    row.getLong("dispatched"),
                    row.getLong("started"),
                    row.getLong("walked"),
                    row.getLong("strangers")))
            .optional());
  }

  private static RunRef ref(ResultSet row) throws SQLException {
    return new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id")));
  }
}
