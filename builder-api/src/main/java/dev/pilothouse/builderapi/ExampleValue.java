package dev.pilothouse.builderapi;

import dev.pilothouse.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A value such as a JSON Schema asks for: what it gives as an example, or else the plainest that
/// fits. Texts say which field they stand for.
final class ExampleValue {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private ExampleValue() {}

  /// @param same what stands for `{"x-same-as": "input"}`
  static Json of(Json schema, Json same) {
    return new Json(of("", JSON.readTree(schema.text()), JSON.readTree(same.text())).toString());
  }

  private static JsonNode of(String name, JsonNode schema, JsonNode same) {
    return schema.has("x-same-as") ? same : said(schema).orElseGet(() -> plain(name, schema, same));
  }

  private static Optional<JsonNode> said(JsonNode schema) {
    return Stream.of(
            schema.path("examples").path(0),
            schema.path("const"),
            schema.path("default"),
            schema.path("enum").path(0))
        .filter(node -> !node.isMissingNode())
        .findFirst();
  }

  private static JsonNode plain(String name, JsonNode schema, JsonNode same) {
    return switch (type(schema)) {
      case "object" -> object(schema, same);
      case "array" -> NODES.arrayNode().add(of(name, schema.path("items"), same));
      case "string" -> NODES.stringNode(name.isEmpty() ? "text" : name);
      case "integer", "number" -> NODES.numberNode(0);
      case "boolean" -> NODES.booleanNode(true);
      default -> NODES.nullNode();
    };
  }

  private static JsonNode object(JsonNode schema, JsonNode same) {
    ObjectNode object = NODES.objectNode();
    schema
        .path("properties")
        .properties()
        .forEach(field -> object.set(field.getKey(), of(field.getKey(), field.getValue(), same)));
    return object;
  }

  /// Of several the first that is not null.
  private static String type(JsonNode schema) {
    JsonNode type = schema.path("type");
    List<String> types =
        type.isArray()
            ? type.valueStream().map(JsonNode::asString).toList()
            : List.of(type.asString(""));
    return types.stream().filter(it -> !it.equals("null")).findFirst().orElse("");
  }
}
