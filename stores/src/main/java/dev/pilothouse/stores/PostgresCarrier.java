package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Carrier;
import dev.pilothouse.spi.RunStarter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// The one row that says how far this house is and whether it is held.
public final class PostgresCarrier implements Carrier {
  private static final String ITSELF = NewEntry.OURSELVES;

  /// Once more when nothing has moved since: what was open when the sequences were read is
  /// committed by then, and would stand above the last mark otherwise.
  private static final String RAISE =
      """
      update carrier c set tick = c.tick + 1, raised_at = now(), journal_seen = s.journal, steps_seen = s.steps,
        settled = (c.journal_seen, c.steps_seen) = (s.journal, s.steps)
      from (select coalesce(pg_sequence_last_value('journal_position'), 0) journal,
              coalesce(pg_sequence_last_value('step_move'), 0) steps) s
      where c.identity is not null and c.held_since is null and c.raised_at <= now() - interval '5 seconds'
        and (not c.settled or (c.journal_seen, c.steps_seen) <> (s.journal, s.steps))
      returning c.identity, c.tick\
      """;

  /// Of what was sent once and waits to be sent again, the next attempt may have been made since
  /// the copy. A person's word on it takes the mark away.
  private static final String DOUBT =
      """
      with doubted as (
        update run set in_doubt = true
        where id in (select id from run where finished_at is null order by id for no key update)
        returning id, tenant_id),
      waiting as (
        update step_record w set maybe = true
        from step_record sent
        where w.phase = 2 and w.run_id in (select id from doubted)
          and sent.run_id = w.run_id and sent.step = w.step and sent.phase = 0 and sent.effect_class = 'once'
          and not exists (select from step_record s where s.run_id = w.run_id and s.step = w.step and s.phase = 1))
      select tenant_id, count(*) runs from doubted group by tenant_id\
      """;

  static final String IN_DOUBT =
      """
      select count(*) from run
      where finished_at is null and (in_doubt or (select held_since is not null from carrier))\
      """;

  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresCarrier(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  @Override
  public Stand stand() {
    return found()
        .orElseGet(() -> {
          identify();
          return found().orElseThrow();
        });
  }

  private Optional<Stand> found() {
    return database.asSystem(tx ->
        tx.sql("select * from carrier where identity is not null")
            .query(PostgresCarrier::standOf)
            .optional());
  }

  /// At the first start; two processes that start at once agree on one.
  private void identify() {
    database.asSystem(tx ->
        tx.sql("update carrier set identity = ? where identity is null")
            .param(UUID.randomUUID())
            .update());
  }

  private static Stand standOf(ResultSet row, int number) throws SQLException {
    String reason = row.getString("held_reason");
    String rebuild = row.getString("rebuild_reason");
    return new Stand(
        markOf(row, number),
        Rows.instant(row, "raised_at"),
        row.getLong("told"),
        Rows.optionalInstant(row, "held_since").map(since -> new Held(since, reason)),
        Rows.optionalInstant(row, "rebuild_asked_at").map(_ -> rebuild),
        row.getLong("rebuilds"));
  }

  private static Mark markOf(ResultSet row, int number) throws SQLException {
    return new Mark(Rows.id(row, "identity"), row.getLong("tick"));
  }

  @Override
  public Optional<Mark> raise() {
    return database.asSystem(tx -> tx.sql(RAISE).query(PostgresCarrier::markOf).optional());
  }

  @Override
  public void told(Mark mark) {
    database.asSystem(tx ->
        tx.sql("update carrier set told = :tick where identity = :identity and told < :tick")
            .param("tick", mark.tick())
            .param("identity", mark.identity())
            .update());
  }

  /// Compares once more within the statement: the tick may have been raised, by another process,
  /// between two looks.
  @Override
  public boolean hold(long seenTick, String reason) {
    Appended appended =
        database.asSystem(tx ->
            tx.sql(
                            """
                            update carrier set held_since = now(), held_reason = :reason, seen_tick = :seen
                            where held_since is null and tick < :seen\
                            """)
                        .param("reason", reason)
                        .param("seen", seenTick)
                        .update()
                    == 0
                ? Appended.NOTHING
                : append(tx, "hold.begun", ITSELF, tenants(tx, said(reason))));
    appended.startWith(starter);
    return stand().held().isPresent();
  }

  @Override
  public boolean release(String actor, String reason) {
    Optional<Appended> appended =
        database.asSystem(tx -> heldUnderLock(tx).map(held -> release(tx, held, actor, reason)));
    appended.ifPresent(it -> it.startWith(starter));
    return appended.isPresent();
  }

  private static Optional<Held> heldUnderLock(JdbcClient tx) {
    return tx.sql("select * from carrier where held_since is not null for update")
        .query((row, _) -> new Held(Rows.instant(row, "held_since"), row.getString("held_reason")))
        .optional();
  }

  private Appended release(JdbcClient tx, Held held, String actor, String reason) {
    ObjectNode everywhere =
        said(reason)
            .put("held_since", held.since().toString())
            .put("held_reason", held.reason())
            .put("runs_in_doubt", 0L);
    Map<TenantId, ObjectNode> said = tenants(tx, everywhere);
    tx.sql(DOUBT)
        .query((row, _) -> Map.entry(new TenantId(Rows.id(row, "tenant_id")), row.getLong("runs")))
        .list()
        .forEach(doubted ->
            said.computeIfPresent(
                doubted.getKey(), (_, more) -> more.put("runs_in_doubt", doubted.getValue())));
    tx.sql(
            """
            update carrier set held_since = null, held_reason = '', tick = greatest(tick, seen_tick) + 1, raised_at = now(),
              rebuild_asked_at = now(), rebuild_reason = 'A person has released the hold.'\
            """)
        .update();
    return append(tx, "hold.released", actor, said);
  }

  @Override
  public void askForRebuild(String reason) {
    database.asSystem(tx ->
        tx.sql("update carrier set rebuild_asked_at = clock_timestamp(), rebuild_reason = ?")
            .param(reason)
            .update());
  }

  @Override
  public long inDoubt() {
    return database.asSystem(tx -> tx.sql(IN_DOUBT).query(Long.class).single());
  }

  /// All of them: each may have lost what came after the copy was made.
  private static Map<TenantId, ObjectNode> tenants(JdbcClient tx, ObjectNode said) {
    Map<TenantId, ObjectNode> all = new LinkedHashMap<>();
    tx.sql("select id from tenant order by id")
        .query((row, _) -> new TenantId(Rows.id(row, "id")))
        .list()
        .forEach(tenant -> all.put(tenant, said.deepCopy()));
    return all;
  }

  private static ObjectNode said(String reason) {
    return JsonObjects.empty().put("reason", reason);
  }

  private Appended append(
      JdbcClient tx, String type, String actor, Map<TenantId, ObjectNode> said) {
    return journal.append(
        tx,
        said.entrySet().stream()
            .map(of ->
                NewEntry.fromOurselves(
                    of.getKey(), type, "house", actor, JsonObjects.text(of.getValue())))
            .toList());
  }
}
