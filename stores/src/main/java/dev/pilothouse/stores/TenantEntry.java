package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What became of the company itself, as its journal tells it.
final class TenantEntry {
  private TenantEntry() {}

  static NewEntry renamed(TenantId tenant, String before, String name, String actor) {
    EventId id = EventId.next();
    return new NewEntry(
        id,
        tenant,
        new CloudEvent(
            "pilothouse",
            id.toString(),
            "tenant.renamed",
            "tenant/" + tenant,
            Instant.now(),
            new EventData.Parsed(
                JsonObjects.text(called(name).put("id", tenant.toString()).put("by", actor)))),
        Optional.of(
            new NewEntry.Change(JsonObjects.text(called(before)), JsonObjects.text(called(name)))),
        actor,
        Optional.empty());
  }

  private static ObjectNode called(String name) {
    return JsonObjects.empty().put("name", name);
  }
}
