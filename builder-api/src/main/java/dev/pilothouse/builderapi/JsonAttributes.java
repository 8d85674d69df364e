package dev.pilothouse.builderapi;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// Attributes as members of a JSON object.
record JsonAttributes(JsonNode envelope) implements Attributes {
  @Override
  public String text(String name, Faults faults) {
    JsonNode node = envelope.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isString()) {
      faults.add(name, "Expected a text, but found " + kindOf(node) + ".", "Put it in quotes.");
      return "";
    }
    return node.asString();
  }

  static String kindOf(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case NULL -> "null";
      case MISSING -> "nothing";
      case STRING -> "a text";
      case NUMBER, BOOLEAN, BINARY, POJO ->
          "a " + node.getNodeType().name().toLowerCase(Locale.ROOT);
    };
  }
}
