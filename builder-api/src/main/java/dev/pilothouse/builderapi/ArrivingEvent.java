package dev.pilothouse.builderapi;

import dev.pilothouse.chain.Demand;
import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.EventType;
import dev.pilothouse.model.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An event that a step waits for, as if it came: the example of its type, with the fields that the
/// step asks for.
record ArrivingEvent(EventCatalogue types) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /// Of the step that waits.
  Json output(Demand.Listen listen) {
    ObjectNode event = event(listen.type());
    listen.where().forEach((path, value) -> put(event, List.of(path.split("\\.")), value));
    ObjectNode output = JSON.createObjectNode().put("arrived", true);
    output.set("event", event);
    return new Json(output.toString());
  }

  private ObjectNode event(String type) {
    ObjectNode event = JSON.createObjectNode();
    List.of("id", "source", "subject", "time", "actor").forEach(field -> event.put(field, ""));
    event.putObject("data");
    event.putNull("before").putNull("after");
    types
        .named(type)
        .map(EventType::example)
        .map(example -> JSON.readTree(example.text()))
        .ifPresent(example ->
            example.properties().forEach(field -> event.set(field.getKey(), field.getValue())));
    return event.put("type", type);
  }

  private static void put(ObjectNode object, List<String> path, String value) {
    if (path.size() == 1) {
      object.put(path.getFirst(), value);
      return;
    }
    JsonNode inner = object.path(path.getFirst());
    ObjectNode next = inner instanceof ObjectNode known ? known : object.putObject(path.getFirst());
    put(next, path.subList(1, path.size()), value);
  }
}
