package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import dev.pilothouse.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads a JSON Schema for the kinds of values it lets pass. What it does not understand lets
/// anything pass.
final class SchemaType {
  private static final int DEEPEST = 20;
  private static final List<String> NOT_UNDERSTOOD =
      List.of("allOf", "not", "if", "patternProperties", "prefixItems", "dependentSchemas");

  private static final Others ANYTHING = new Others.Of(Simple.TEXT, Simple.ANY);

  private final JsonNode root;
  private final Others undeclared;

  private SchemaType(JsonNode root, Others undeclared) {
    this.root = root;
    this.undeclared = undeclared;
  }

  /// What stands beside the declared properties may be read, though it may be missing.
  static ValueType of(Json schema) {
    return of(JsonText.parse(schema));
  }

  static ValueType of(JsonNode schema) {
    return of(schema, ANYTHING);
  }

  /// @param undeclared what may stand beside the declared properties, where the schema says nothing
  static ValueType of(JsonNode schema, Others undeclared) {
    return new SchemaType(schema, undeclared).type(schema, 0);
  }

  private ValueType type(JsonNode schema, int depth) {
    if (depth > DEEPEST) {
      return Simple.ANY;
    }
    if (schema.has("$ref")) {
      return type(referred(schema.get("$ref").asString("")), depth + 1);
    }
    if (schema.has("const")) {
      return ofValue(schema.get("const"));
    }
    if (schema.has("enum")) {
      return TypeUnion.of(schema.get("enum").valueStream().map(SchemaType::ofValue).toList());
    }
    if (NOT_UNDERSTOOD.stream().anyMatch(schema::has)) {
      return Simple.ANY;
    }
    return schema.has("type") ? typed(schema, depth) : alternatives(schema, depth);
  }

  /// Within the same text; anything else is not understood.
  private JsonNode referred(String reference) {
    return reference.startsWith("#/") ? root.at(reference.substring(1)) : MissingNode.getInstance();
  }

  private ValueType alternatives(JsonNode schema, int depth) {
    List<ValueType> all =
        Stream.of("anyOf", "oneOf")
            .flatMap(word -> schema.path(word).valueStream())
            .map(one -> type(one, depth + 1))
            .toList();
    return all.isEmpty() ? Simple.ANY : TypeUnion.of(all);
  }

  private ValueType typed(JsonNode schema, int depth) {
    JsonNode type = schema.get("type");
    return type.isArray()
        ? TypeUnion.of(
            type.valueStream().map(word -> named(word.asString(""), schema, depth)).toList())
        : named(type.asString(""), schema, depth);
  }

  private ValueType named(String type, JsonNode schema, int depth) {
    return switch (type) {
      case "string" -> Simple.TEXT;
      case "integer" -> Simple.WHOLE;
      case "number" -> TypeUnion.NUMBER;
      case "boolean" -> Simple.YES_NO;
      case "null" -> Simple.NOTHING;
      case "array" ->
          new ListOf(schema.has("items") ? type(schema.get("items"), depth + 1) : Simple.ANY);
      case "object" -> object(schema, depth);
      default -> Simple.ANY;
    };
  }

  private ObjectOf object(JsonNode schema, int depth) {
    List<String> required = new ArrayList<>();
    schema.path("required").forEach(name -> required.add(name.asString("")));
    SequencedMap<String, Property> properties = new LinkedHashMap<>();
    schema
        .path("properties")
        .properties()
        .forEach(field ->
            properties.put(
                field.getKey(),
                new Property(
                    type(field.getValue(), depth + 1), required.contains(field.getKey()))));
    return new ObjectOf(properties, others(schema, depth));
  }

  private Others others(JsonNode schema, int depth) {
    JsonNode more = schema.path("additionalProperties");
    if (more.isBoolean() && !more.booleanValue()) {
      return new Others.None();
    }
    if (more.isObject()) {
      return new Others.Of(Simple.TEXT, type(more, depth + 1));
    }
    return schema.has("properties") ? undeclared : ANYTHING;
  }

  /// Of a value that is known already.
  static ValueType ofValue(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> Simple.TEXT;
      case BOOLEAN -> Simple.YES_NO;
      case NUMBER ->
          value.isIntegralNumber() && value.canConvertToLong() ? Simple.WHOLE : Simple.DECIMAL;
      case NULL -> Simple.NOTHING;
      case ARRAY -> new ListOf(TypeUnion.of(value.valueStream().map(SchemaType::ofValue).toList()));
      case OBJECT -> ofFields(value);
      case MISSING, BINARY, POJO -> Simple.ANY;
    };
  }

  private static ObjectOf ofFields(JsonNode object) {
    SequencedMap<String, Property> properties = new LinkedHashMap<>();
    object
        .properties()
        .forEach(
            field -> properties.put(field.getKey(), new Property(ofValue(field.getValue()), true)));
    return new ObjectOf(properties, new Others.None());
  }
}
