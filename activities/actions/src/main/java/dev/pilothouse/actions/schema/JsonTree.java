package dev.pilothouse.actions.schema;

import dev.pilothouse.model.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// JSON between its text and its tree. Numbers keep all their digits: an amount must not change
/// because it passed through a step.
public final class JsonTree {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private JsonTree() {}

  public static JsonNode of(Json json) {
    return of(json.text());
  }

  /// @throws tools.jackson.core.JacksonException for text that is no JSON
  public static JsonNode of(String text) {
    return MAPPER.readTree(text);
  }

  public static Json text(JsonNode tree) {
    return new Json(tree.toString());
  }

  public static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
