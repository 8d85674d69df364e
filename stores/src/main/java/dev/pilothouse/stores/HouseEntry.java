package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What happened to the house as a whole, as one tenant's journal tells it.
final class HouseEntry {
  private HouseEntry() {}

  static NewEntry of(TenantId tenant, String type, String actor, ObjectNode said) {
    EventId id = EventId.next();
    return new NewEntry(
        id,
        tenant,
        new CloudEvent(
            "pilothouse",
            id.toString(),
            type,
            "house",
            Instant.now(),
            new EventData.Parsed(JsonObjects.text(said))),
        Optional.empty(),
        actor,
        Optional.empty());
  }
}
