package dev.pilothouse.chain;

import dev.cel.common.values.NullValue;
import dev.pilothouse.model.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Values between JSON and CEL. Whole numbers are integers, all others are doubles. The database
/// keeps neither the order of an object's fields nor how a number was written, so neither may make
/// a difference: whoever works something out before it was kept must get what comes of it after.
final class CelValues {
  /// The database knows no other zero.
  private static final double POSITIVE_ZERO = 0.0;

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
    return isWhole(node) && node.canConvertToLong()
        ? (Object) node.longValue()
        : (Object) (node.asDouble() + POSITIVE_ZERO);
  }

  /// `1e3` is kept as `1000`, and `1000.0` as it is.
  private static boolean isWhole(JsonNode number) {
    return number.isIntegralNumber()
        || (number.isBigDecimal() && number.decimalValue().scale() <= 0);
  }

  /// By name.
  private static CelMap fields(JsonNode node) {
    Map<String, Object> fields = LinkedHashMap.newLinkedHashMap(node.size());
    node.properties().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(field -> fields.put(field.getKey(), of(field.getValue())));
    return new CelMap(fields);
  }

  private static CelList items(JsonNode node) {
    List<Object> items = new ArrayList<>(node.size());
    node.forEach(item -> items.add(of(item)));
    return new CelList(items);
  }

  /// Whether CEL takes it as it is.
  static boolean isAdapted(Object value) {
    return value instanceof CelList || value instanceof CelMap;
  }

  /// Whether CEL walks through it each time it is read.
  static boolean isPlain(Object value) {
    return (value instanceof Collection || value instanceof Map) && !isAdapted(value);
  }

  /// A variable in the form that CEL takes as it is.
  @SuppressWarnings("unchecked") // variables come from JSON, so their keys are texts
  static Object variable(Object value) {
    return value instanceof Map<?, ?> fields && !isAdapted(value)
        ? new CelMap((Map<String, Object>) fields)
        : value;
  }

  /// @throws NoJson for a value that JSON cannot hold, and for one that is too large
  static JsonNode json(Object value) throws NoJson {
    return new ToJson().json(value);
  }

  /// Says in its message why a value cannot be written as JSON.
  static final class NoJson extends Exception {
    NoJson(String reason) {
      super(reason);
    }
  }
}
