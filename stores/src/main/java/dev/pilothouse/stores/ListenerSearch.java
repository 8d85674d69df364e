package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.spi.Automations.Listeners;
import dev.pilothouse.spi.Publications.AsOf;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Looks for automations that listened to the type of an event when it came, or do so now. A draft
/// counts by what it would listen to.
final class ListenerSearch {
  private static final UUID FIRST = new UUID(0, 0);

  private static final String LOOKED_AT =
      """
      select count(*) looked, (array_agg(id order by id))[count(*)::int] last from (
        select id from automation where tenant_id = :tenant and id > :after order by id limit :look) a\
      """;

  private final JournalEntry event;
  private final AsOf moment;

  ListenerSearch(JournalEntry event) {
    this.event = event;
    moment = AsOf.matching(event);
  }

  private record Looked(int automations, Optional<UUID> last) {}

  Listeners find(JdbcClient jdbc, Optional<AutomationId> after, int look) {
    UUID from = after.map(AutomationId::value).orElse(FIRST);
    Looked looked = lookedAt(jdbc, from, look);
    return new Listeners(
        jdbc.sql(
                AutomationRows.AUTOMATIONS
                    + listening(
                        listens("coalesce(v.definition, a.draft)"),
                        PublicationRows.by(moment),
                        listens("w.definition")))
            .params(
                Map.of(
                    "tenant", event.entry().tenant().value(),
                    "after", from,
                    "last", looked.last().orElse(FIRST),
                    "event", event.entry().id().value(),
                    "type", event.entry().event().type(),
                    "outside", event.entry().cameFromOutside(),
                    "moment", PublicationRows.value(moment)))
            .query(AutomationRows::automation)
            .list(),
        looked.automations(),
        looked.automations() == look ? looked.last().map(AutomationId::new) : Optional.empty());
  }

  private Looked lookedAt(JdbcClient jdbc, UUID from, int look) {
    return jdbc.sql(LOOKED_AT)
        .param("tenant", event.entry().tenant().value())
        .param("after", from)
        .param("look", look)
        .query((row, _) -> new Looked(row.getInt("looked"), Rows.optionalId(row, "last")))
        .single();
  }

  private static String listens(String definition) {
    return "exists (select from %s where %s)"
        .formatted(
            ListenedTypes.triggers(definition),
            ListenedTypes.fits("(t ->> 'event')", ":type", ":outside"));
  }

  private static String listening(String now, String inForce, String then) {
    return """
    where a.tenant_id = :tenant and a.id > :after and a.id <= :last and (
      exists (select from verdict k where k.event_id = :event and k.automation_id = a.id)
      or a.state <> 'archived' and %s
      or exists (
        select from (
          select p.hash, p.standing from publication p where p.automation_id = a.id and %s order by p.epoch desc limit 1) then_in_force
          join automation_version w on w.automation_id = a.id and w.hash = then_in_force.hash
        where then_in_force.standing <> 'archived' and %s))
    order by a.id\
    """
        .formatted(now, inForce, then);
  }
}
