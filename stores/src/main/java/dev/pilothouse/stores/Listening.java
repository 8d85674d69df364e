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

/// Lets steps wait for events. What came since the run began counts: the journal is looked through
/// in the transaction that begins to listen, under the lock that keeps writers out meanwhile.
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

  private static final String SINCE =
      """
      insert into letter (run_id, step, tenant_id, body)
      select :run, :step, :tenant, %s from journal j
      where j.tenant_id = :tenant and j.type = :type and j.position > (select position from run where id = :run)
        and not exists (
          select from jsonb_each_text(:fields::jsonb) f
          where f.value is distinct from field_of_event(f.key, j.subject, j.source, j.actor, j.data, j.before, j.after))
      order by j.position limit 1\
      """
          .formatted(LetterRows.body("j"));

  private final FencedChange fenced;

  Listening(FencedChange fenced) {
    this.fenced = fenced;
  }

  Changed listen(Claim claim, Step step, Subscription subscription, Instant until) {
    return fenced.make(
        claim,
        step,
        tx -> ListenLocks.takeAlone(tx, claim.ref().tenant(), subscription.type()),
        (tx, _) -> begun(tx, claim, step, subscription, until));
  }

  private static FencedChange.Done begun(
      JdbcClient tx, Claim claim, Step step, Subscription subscription, Instant until) {
    Map<String, String> where = subscription.where();
    String path = where.keySet().stream().findFirst().orElse("");
    String fields = JSON.writeValueAsString(where);
    for (String sql : List.of(PATH, LISTEN, SINCE)) {
      tx.sql(sql)
          .param("run", claim.ref().run().value())
          .param("step", step.key().text())
          .param("tenant", claim.ref().tenant().value())
          .param("type", subscription.type())
          .param("path", path)
          .param("value", where.getOrDefault(path, ""))
          .param("fields", fields)
          .update();
    }
    Line waits = new Line.Await(step, asked(subscription), until, inWords(subscription), false);
    return new FencedChange.Done(waits, new Changed.Waits(until), List.of());
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

  private static Json asked(Subscription subscription) {
    return new Json(
        JSON.writeValueAsString(
            Map.of("event", subscription.type(), "where", subscription.where())));
  }
}
