package dev.pilothouse.builderapi;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An entry of the journal as its sender could have written it.
final class ExampleEvent {
  private static final int LARGEST = 65_536;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private ExampleEvent() {}

  /// Empty for one too large to be looked through.
  static Optional<String> of(JournalEntry written) {
    CloudEvent event = written.entry().event();
    return size(event.data()) > LARGEST ? Optional.empty() : Optional.of(text(event));
  }

  private static int size(EventData data) {
    return switch (data) {
      case EventData.Parsed(Json json) -> json.text().length();
      case EventData.Raw(_, String base64) -> base64.length();
    };
  }

  private static String text(CloudEvent event) {
    ObjectNode example = JSON.createObjectNode().put("specversion", "1.0");
    example.put("id", event.sourceId()).put("source", event.source()).put("type", event.type());
    if (!event.subject().isEmpty()) {
      example.put("subject", event.subject());
    }
    example.put("time", event.time().toString());
    switch (event.data()) {
      case EventData.Parsed(Json json) -> example.set("data", JSON.readTree(json.text()));
      case EventData.Raw(String type, String base64) ->
          example.put("datacontenttype", type).put("data_base64", base64);
    }
    return example.toString();
  }
}
