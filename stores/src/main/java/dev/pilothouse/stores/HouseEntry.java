package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What happened to the house as a whole, as one tenant's journal tells it.
final class HouseEntry {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private HouseEntry() {}

  static NewEntry of(TenantId tenant, String type, String actor, Map<String, String> said) {
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
            new EventData.Parsed(new Json(JSON.writeValueAsString(said)))),
        Optional.empty(),
        actor,
        Optional.empty());
  }
}
