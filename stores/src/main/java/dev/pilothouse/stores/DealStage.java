package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The stage of a deal as its record tells it: its change is an event of its own.
record DealStage(JsonNode value) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static DealStage of(Json deal) {
    return new DealStage(JSON.readTree(deal.text()).path("stage"));
  }
}
