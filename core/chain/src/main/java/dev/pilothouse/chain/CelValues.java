package dev.pilothouse.chain;

import dev.cel.common.values.CelByteString;
import dev.cel.common.values.NullValue;
import dev.pilothouse.model.Json;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Values between JSON and CEL. Whole numbers are integers, all others are doubles: CEL compares
/// the two kinds with each other, but does not reckon with them together.
final class CelValues {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private CelValues() {}

  static Object of(Optional<Json> json) {
    return json.map(CelValues::of).orElse(NullValue.NULL_VALUE);
  }

  static Object of(Json json) {
    return of(JsonText.parse(json));
  }

  static Object of(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> fields(node);
      case ARRAY -> items(node);
      case STRING -> node.stringValue();
      case BOOLEAN -> node.booleanValue();
      case NUMBER -> number(node);
      case NULL, MISSING, BINARY, POJO -> NullValue.NULL_VALUE;
    };
  }

  private static Object number(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToLong()
        ? (Object) node.longValue()
        : (Object) node.asDouble();
  }

  private static Map<String, Object> fields(JsonNode node) {
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(node.size());
    node.properties().forEach(field -> fields.put(field.getKey(), of(field.getValue())));
    return fields;
  }

  private static List<Object> items(JsonNode node) {
    List<Object> items = new ArrayList<>(node.size());
    node.forEach(item -> items.add(of(item)));
    return items;
  }

  /// @throws NoJson for a value that JSON cannot hold
  static JsonNode json(Object value) throws NoJson {
    return switch (value) {
      case NullValue _ -> NODES.nullNode();
      case String text -> NODES.stringNode(text);
      case Boolean yes -> NODES.booleanNode(yes);
      case Long whole -> NODES.numberNode(whole);
      case Double number -> json(number);
      case Number unsigned -> NODES.numberNode(new BigInteger(unsigned.toString()));
      case Instant time -> NODES.stringNode(time.toString());
      case Duration time -> NODES.stringNode(DurationText.of(time));
      case CelByteString bytes ->
          NODES.stringNode(Base64.getEncoder().encodeToString(bytes.toByteArray()));
      case Optional<?> maybe -> maybe.isPresent() ? json(maybe.get()) : NODES.nullNode();
      case Map<?, ?> fields -> object(fields);
      case Iterable<?> items -> array(items);
      default -> throw new NoJson("it is a type and no value; take a value of it.");
    };
  }

  private static JsonNode json(Double number) throws NoJson {
    if (number.isNaN() || number.isInfinite()) {
      throw new NoJson("it is no number (" + number + "); was something divided by zero?");
    }
    return NODES.numberNode(number.doubleValue());
  }

  private static ObjectNode object(Map<?, ?> fields) throws NoJson {
    ObjectNode object = NODES.objectNode();
    for (Map.Entry<?, ?> field : fields.entrySet()) {
      object.set(String.valueOf(field.getKey()), json(field.getValue()));
    }
    return object;
  }

  private static ArrayNode array(Iterable<?> items) throws NoJson {
    ArrayNode array = NODES.arrayNode();
    for (Object item : items) {
      array.add(json(item));
    }
    return array;
  }

  /// Says in its message why a value cannot be written as JSON.
  static final class NoJson extends Exception {
    NoJson(String reason) {
      super(reason);
    }
  }
}
