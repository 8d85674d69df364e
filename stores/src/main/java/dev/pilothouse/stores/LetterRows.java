package dev.pilothouse.stores;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLetter;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Letter;
import dev.pilothouse.stores.LedgerStatement.Move;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Letters to steps that wait. Whoever writes one marks the run, in the same transaction: a run
/// that waits is due from then on, and one under way is not left without having been read to.
final class LetterRows {
  /// The rows of runs are locked in the order that holds everywhere, and before anything is written
  /// to them: nobody is left to read what comes to a run that ends just then.
  private static final String DELIVER =
      """
      , open as materialized (
        select id from run where id in (select run_id from come) and finished_at is null order by id for no key update),
      sent as (
        insert into letter (run_id, step, tenant_id, body)
        select c.run_id, c.step, c.tenant_id, c.body from come c join open o on o.id = c.run_id
        on conflict do nothing returning run_id)
      update run r set mail = true, due_at = case when r.state in ('waiting', 'needs_person') then now() else r.due_at end
      where r.id in (select run_id from sent)
      returning r.id, r.tenant_id, r.owner is not null owned, pg_notify('%s', r.id::text)::text\
      """
          .formatted(OrderBell.CHANNEL);

  /// Events look up who waits for them by the keys there are for their type.
  private static final String ARRIVED =
      EntryStatement.ENTRIES
          + """
          come as materialized (
            select distinct on (w.run_id, w.step) w.run_id, w.step, w.tenant_id, %s body
            from (select id, tenant as tenant_id, type, source, subject, time, actor, place,
                data::jsonb as data, before::jsonb as before, after::jsonb as after from entry) e
              join awaited_path p on p.tenant_id = e.tenant_id and p.type = e.type
              join awaited_event w on w.tenant_id = e.tenant_id and w.type = e.type and w.path = p.path and w.value =
                case when p.path = '' then '' else field_of_event(p.path, e.subject, e.source, e.actor, e.data, e.before, e.after) end
            where not exists (
              select from jsonb_each_text(w.fields) f
              where f.value is distinct from field_of_event(f.key, e.subject, e.source, e.actor, e.data, e.before, e.after))
            order by w.run_id, w.step, e.place)
          """
              .formatted(body("e"))
          + DELIVER;

  private static final String ENDED =
      """
      with come as materialized (
        select r.parent_run run_id, r.parent_step step, r.tenant_id,
          jsonb_build_object('run', r.id, 'automation', r.automation, 'state', r.state, 'reason', r.reason, 'output', (
            select s.output -> 'output' from step_record s
            where s.run_id = r.id and s.phase = 1 and s.kind = 'stop' and s.result = 'completed' order by s.at desc limit 1)) body
        from run r where r.id = any(:ended::uuid[]) and r.parent_run is not null)
      """
          + DELIVER;

  private LetterRows() {}

  /// An event as a step sees that waited for it.
  static String body(String entry) {
    return "jsonb_build_object('id', %1$s.id, 'type', %1$s.type, 'source', %1$s.source, 'subject', %1$s.subject, 'time', %1$s.time, 'actor', %1$s.actor, 'data', %1$s.data, 'before', %1$s.before, 'after', %1$s.after)"
        .formatted(entry);
  }

  /// Entries about to be written become letters to those who wait for them. Rows of runs are locked
  /// before keys are, here as by every walk: else each of two transactions could hold what the
  /// other one waits for.
  ///
  /// @return runs that can go on now and that nobody owns
  static List<RunRef> arrivals(JdbcClient tx, List<NewEntry> entries) {
    if (nobodyListens(tx, entries)) {
      return List.of();
    }
    return deliver(EntryStatement.entries(tx.sql(ARRIVED), entries));
  }

  private static boolean nobodyListens(JdbcClient tx, List<NewEntry> entries) {
    return !tx.sql(
            """
            select exists (select from awaited_path p where (p.tenant_id, p.type) in (
              select * from unnest(:tenants::uuid[], :types::text[])))\
            """)
        .param("tenants", Columns.texts(entries, entry -> entry.tenant().toString()))
        .param("types", Columns.texts(entries, entry -> entry.event().type()))
        .query(Boolean.class)
        .single();
  }

  /// The ends of called runs become letters to the steps that called them.
  ///
  /// @return runs that can go on now and that nobody owns
  static List<RunRef> ofEnds(JdbcClient tx, List<Written> written) {
    List<String> ended =
        written.stream()
            .filter(it -> it.move().filter(LetterRows::isReported).isPresent())
            .map(it -> it.ref().run().toString())
            .toList();
    return ended.isEmpty()
        ? List.of()
        : deliver(tx.sql(ENDED).param("ended", Columns.texts(ended, run -> run)));
  }

  private static boolean isReported(Move move) {
    return move.ended() && move.called();
  }

  private static List<RunRef> deliver(JdbcClient.StatementSpec statement) {
    record Reached(RunRef run, boolean owned) {}
    return statement
        .query((row, _) ->
            new Reached(
                new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))),
                row.getBoolean("owned")))
        .list()
        .stream()
        .filter(reached -> !reached.owned())
        .map(Reached::run)
        .toList();
  }

  /// As they are shown.
  static List<StepLetter> unread(JdbcClient tx, RunId run) {
    return tx.sql("select step, body, at from letter where run_id = ? order by at, step limit 100")
        .param(run.value())
        .query((row, _) ->
            new StepLetter(
                new StepKey(row.getString("step")),
                new Json(row.getString("body")),
                Rows.instant(row, "at")))
        .list();
  }

  /// Those of a run under way; from here on only newer ones mark it.
  static List<Letter> read(JdbcClient tx, Claim claim) {
    tx.sql("update run set mail = false where id = ? and fence = ? and mail")
        .params(claim.ref().run().value(), claim.fence())
        .update();
    return of(tx, List.of(claim.ref().run())).getOrDefault(claim.ref().run(), List.of());
  }

  static Map<RunId, List<Letter>> of(JdbcClient tx, Collection<RunId> runs) {
    record Sent(RunId run, Letter letter) {}
    return tx
        .sql("select run_id, step, body from letter where run_id = any(:runs::uuid[])")
        .param("runs", Columns.texts(List.copyOf(runs), RunId::toString))
        .query((row, _) ->
            new Sent(
                new RunId(Rows.id(row, "run_id")),
                new Letter(new StepKey(row.getString("step")), new Json(row.getString("body")))))
        .list()
        .stream()
        .collect(groupingBy(Sent::run, mapping(Sent::letter, toList())));
  }
}
