package dev.pilothouse.chain;

import tools.jackson.databind.JsonNode;

/// Pieces of a definition as messages quote them.
final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> "the text '" + shortened(node.stringValue()) + "'";
      case NUMBER -> "the number " + shortened(node.toString());
      case BOOLEAN -> "'" + node + "'";
      case NULL, MISSING, BINARY, POJO -> "nothing (null)";
    };
  }

  static String shortened(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 3) + "...";
  }
}
