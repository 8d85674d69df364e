package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.Optional;

final class StoredEvents {
  static final Instant TIME = Instant.parse("2026-11-20T09:58:00Z");

  private StoredEvents() {}

  static CloudEvent event(String sourceId) {
    return event(sourceId, new EventData.Parsed(new Json("{\"stage\": \"won\"}")));
  }

  static CloudEvent event(String sourceId, EventData data) {
    return new CloudEvent(
        "https://crm.example", sourceId, "crm.deal.stage_changed", "deal/42", TIME, data);
  }

  static NewEntry entry(TenantId tenant, String sourceId) {
    return NewEntry.fromOutside(tenant, "test", event(sourceId));
  }

  /// What a run changed.
  static NewEntry changedBy(TenantId tenant, Cause cause) {
    EventId id = EventId.next();
    return new NewEntry(
        id,
        tenant,
        event(id.toString()),
        Optional.of(new Change(Json.NULL, new Json("{\"stage\": \"won\"}"))),
        "run/" + cause.run(),
        Optional.of(cause));
  }
}
