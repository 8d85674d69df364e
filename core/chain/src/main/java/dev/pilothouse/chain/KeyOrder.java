package dev.pilothouse.chain;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The order in which the published schema names the keys of a definition. Where it names none, as
/// in an action's input, the author's order stays.
final class KeyOrder {
  private static final JsonNode SCHEMA = JsonText.parse(DefinitionSchema.json());

  private KeyOrder() {}

  /// The same definition, its keys in order.
  static JsonNode of(JsonNode definition) {
    return ordered(definition, SCHEMA);
  }

  private static JsonNode ordered(JsonNode node, JsonNode schema) {
    JsonNode known = meant(node, schema);
    return switch (node.getNodeType()) {
      case OBJECT -> object(node, known);
      case ARRAY -> list(node, known.path("items"));
      default -> node;
    };
  }

  private static JsonNode list(JsonNode node, JsonNode items) {
    ArrayNode ordered = JsonNodeFactory.instance.arrayNode();
    node.forEach(item -> ordered.add(ordered(item, items)));
    return ordered;
  }

  private static JsonNode object(JsonNode node, JsonNode schema) {
    ObjectNode ordered = JsonNodeFactory.instance.objectNode();
    JsonNode known = schema.path("properties");
    known.propertyNames().stream()
        .filter(node::has)
        .forEach(key -> ordered.set(key, ordered(node.get(key), known.get(key))));
    node.propertyNames().stream()
        .filter(key -> !known.has(key))
        .forEach(
            key -> ordered.set(key, ordered(node.get(key), schema.path("additionalProperties"))));
    return ordered;
  }

  /// What of the schema is about this value: behind references, and of several forms the one it
  /// has.
  private static JsonNode meant(JsonNode node, JsonNode schema) {
    if (schema.has("$ref")) {
      return meant(node, SCHEMA.at(schema.get("$ref").stringValue().substring(1)));
    }
    return form(node, schema).map(form -> meant(node, form)).orElse(schema);
  }

  private static Optional<JsonNode> form(JsonNode node, JsonNode schema) {
    return schema.path("oneOf").valueStream().filter(form -> fits(node, form)).findFirst();
  }

  private static boolean fits(JsonNode node, JsonNode form) {
    JsonNode schema = form.has("$ref") ? meant(node, form) : form;
    return schema.path("type").stringValue("").equals(typeOf(node))
        && schema.path("required").valueStream().allMatch(key -> node.has(key.stringValue()));
  }

  private static String typeOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      default -> "string";
    };
  }
}
