package dev.pilothouse.actions.schema;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// One finding of the validator, in words for the author of an automation. Texts are never quoted
/// but where they had to be one of a few words: they may hold a secret.
///
/// @param schema the whole of it
/// @param name what the checked part of the step is called
record SchemaError(Error error, JsonNode schema, String name) {
  private static final int QUOTED = 40;

  private static final Map<String, String> KINDS =
      Map.of(
          "string", "a text",
          "number", "a number",
          "integer", "a whole number",
          "boolean", "true or false",
          "array", "a list",
          "object", "an object",
          "null", "null");

  InputFault fault() {
    String path = path();
    return switch (error.getKeyword()) {
      case "type" -> InputFault.at(path, types(error.getSchemaNode()), kindOf(found()));
      case "required" -> InputFault.at(path + "." + error.getProperty(), "a value", "none");
      case "additionalProperties" ->
          new InputFault(
              path + "." + error.getProperty(),
              "Expected one of %s at '%s', but found '%s'."
                  .formatted(knownNames(), path, error.getProperty()));
      case "enum" -> InputFault.at(path, "one of " + words(error.getSchemaNode()), quoted(found()));
      default -> new InputFault(path, "At '%s': %s.".formatted(path, error.getMessage()));
    };
  }

  private JsonNode found() {
    return error.getInstanceNode();
  }

  private String path() {
    StringBuilder path = new StringBuilder(name);
    steps()
        .forEach(
            step -> path.append(step instanceof Integer index ? "[" + index + "]" : "." + step));
    return path.toString();
  }

  private List<Object> steps() {
    NodePath location = error.getInstanceLocation();
    return IntStream.range(0, location.getNameCount()).mapToObj(location::getElement).toList();
  }

  private String knownNames() {
    JsonNode part = schema;
    for (Object step : steps()) {
      part = step instanceof Integer ? part.path("items") : part.path("properties").path("" + step);
    }
    return String.join(
        ", ", part.path("properties").propertyNames().stream().map(SchemaError::quote).toList());
  }

  private static String types(JsonNode types) {
    List<String> kinds = new ArrayList<>();
    (types.isArray() ? types.valueStream().toList() : List.of(types))
        .forEach(type -> kinds.add(KINDS.getOrDefault(type.asString(), type.asString())));
    return String.join(" or ", kinds);
  }

  private static String words(JsonNode choices) {
    return String.join(", ", choices.valueStream().map(SchemaError::quoted).toList());
  }

  private static String quoted(JsonNode value) {
    return value.isString() ? quote(shortened(value.stringValue())) : kindOf(value);
  }

  private static String shortened(String text) {
    return text.length() > QUOTED ? text.substring(0, QUOTED) + "…" : text;
  }

  private static String quote(String text) {
    return "'" + text + "'";
  }

  private static String kindOf(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "a text";
      case NUMBER -> "the number " + shortened(value.toString());
      case BOOLEAN -> value.toString();
      case ARRAY -> "a list";
      case OBJECT, POJO -> "an object";
      case NULL -> "null";
      case BINARY -> "bytes";
      case MISSING -> "nothing";
    };
  }
}
