package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// JSON objects between their text and their tree. Numbers keep all their digits: an amount is what
/// it was.
final class JsonObjects {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private JsonObjects() {}

  static ObjectNode empty() {
    return JSON.createObjectNode();
  }

  /// An empty one for JSON null: where there is no record, none of its fields is there.
  static ObjectNode of(Json text) {
    JsonNode tree = JSON.readTree(text.text());
    if (tree.isNull()) {
      return empty();
    }
    return tree.asObjectOpt()
        .orElseThrow(() -> new IllegalArgumentException("This is no JSON object: " + text));
  }

  static Json text(ObjectNode tree) {
    return new Json(tree.toString());
  }
}
