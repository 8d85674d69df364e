package dev.pilothouse.bench;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An event and what the house answered when it took it.
record Delivery(
    Tenants.Tenant tenant, Event event, String id, List<String> runs, boolean duplicate) {
  Delivery {
    runs = List.copyOf(runs);
  }

  static Delivery of(Tenants.Tenant tenant, Event event, JsonNode answer) {
    List<String> runs = new ArrayList<>();
    answer.path("runs").forEach(run -> runs.add(run.asString()));
    return new Delivery(
        tenant,
        event,
        answer.path("id").asString(),
        runs,
        answer.path("duplicate").asBoolean(false));
  }

  /// Whether the house said of this delivery what it said of the first one.
  boolean sameAs(Delivery first) {
    return id.equals(first.id()) && runs.equals(first.runs());
  }
}
