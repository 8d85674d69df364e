package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Subscription;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Lets steps wait for events. What came since the run began counts. The journal is looked through
/// before, which may take long; in the transaction that begins to listen, under the lock that keeps
/// writers out, only what was not to be seen then.
final class Listening {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static final int LONGEST_SHOWN = 100;

  private static final String LISTEN =
      """
      insert into awaited_event (run_id, step, tenant_id, type, path, value, fields)
      values (:run, :step, :tenant, :type, :path, :value, :fields::jsonb)\
      """;

  private static final String PATH =
      "insert into awaited_path (tenant_id, type, path) values (:tenant, :type, :path) on conflict do nothing";

  private static final String FITS =
      """
      j.type = :type and j.position > (select position from run where id = :run)
        and not exists (
          select from jsonb_each_text(:fields::jsonb) f
          where f.value is distinct from field_of_event(f.key, j.subject, j.source, j.actor, j.data, j.before, j.after))\
      """;

  private static final String LOOK =
      """
      select pg_snapshot_xmin(pg_current_snapshot())::text unseen, coalesce((
        select j.position from journal j where j.tenant_id = :tenant and %s order by j.position limit 1), -1) seen\
      """
          .formatted(FITS);

  /// The entry that was seen, or one of a transaction that had not ended when it was looked for.
  private static final String SINCE =
      """
      insert into letter (run_id, step, tenant_id, body)
      select :run, :step, :tenant, %s from (
        select * from journal where tenant_id = :tenant and position = :seen
        union all
        select j.* from journal j where j.tenant_id = :tenant and j.xid >= :unseen::xid8 and %s) j
      order by j.position limit 1\
      """
          .formatted(LetterRows.body("j"), FITS);

  private final Database database;
  private final FencedChange fenced;

  Listening(Database database, FencedChange fenced) {
    this.database = database;
    this.fenced = fenced;
  }

  Changed listen(Claim claim, Step step, Subscription subscription, Instant until) {
    Asked asked = Asked.of(claim, step, subscription);
    Look look = database.asSystem(tx -> look(tx, asked));
    return fenced.make(
        claim,
        step,
        tx -> ListenLocks.takeAlone(tx, claim.ref().tenant(), subscription.type()),
        (tx, _) -> begun(tx, asked, look, until));
  }

  private static Look look(JdbcClient tx, Asked asked) {
    return tx.sql(LOOK)
        .params(asked.parameters())
        .query((row, _) -> new Look(row.getLong("seen"), row.getString("unseen")))
        .single();
  }

  private static FencedChange.Done begun(JdbcClient tx, Asked asked, Look look, Instant until) {
    for (String sql : List.of(PATH, LISTEN)) {
      tx.sql(sql).params(asked.parameters()).update();
    }
    tx.sql(SINCE)
        .params(asked.parameters())
        .param("seen", look.seen())
        .param("unseen", look.unseen())
        .update();
    Subscription subscription = asked.subscription();
    Line waits = new Line.Await(asked.step(), shown(subscription), until, inWords(subscription));
    return new FencedChange.Done(waits, new Changed.Waits(until), List.of());
  }

  /// @param seen the place of the first entry that fits; before all others where there is none
  /// @param unseen the oldest transaction whose entries may not have been seen
  private record Look(long seen, String unseen) {}

  private record Asked(Step step, Subscription subscription, Map<String, Object> parameters) {
    static Asked of(Claim claim, Step step, Subscription subscription) {
      Map<String, String> where = subscription.where();
      String path = where.keySet().stream().findFirst().orElse("");
      return new Asked(
          step,
          subscription,
          Map.of(
              "run", claim.ref().run().value(),
              "step", step.key().text(),
              "tenant", claim.ref().tenant().value(),
              "type", subscription.type(),
              "path", path,
              "value", where.getOrDefault(path, ""),
              "fields", JSON.writeValueAsString(where)));
    }
  }

  private static String inWords(Subscription subscription) {
    return subscription.where().entrySet().stream()
        .map(field -> field.getKey() + " '" + shortened(field.getValue()) + "'")
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" and "),
                where ->
                    "Waits for the event "
                        + subscription.type()
                        + (where.isEmpty() ? "" : " with " + where)));
  }

  private static String shortened(String value) {
    return value.length() > LONGEST_SHOWN ? value.substring(0, LONGEST_SHOWN) + "…" : value;
  }

  private static Json shown(Subscription subscription) {
    return new Json(
        JSON.writeValueAsString(
            Map.of("event", subscription.type(), "where", subscription.where())));
  }
}
