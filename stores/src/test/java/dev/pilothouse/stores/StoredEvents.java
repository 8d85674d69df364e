package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Json;
import java.time.Instant;

final class StoredEvents {
  static final Instant TIME = Instant.parse("2026-11-20T09:58:00Z");

  private StoredEvents() {}

  static CloudEvent event(String sourceId) {
    return new CloudEvent(
        "https://crm.example",
        sourceId,
        "crm.deal.stage_changed",
        "deal/42",
        TIME,
        new Json("{\"stage\": \"won\"}"));
  }
}
