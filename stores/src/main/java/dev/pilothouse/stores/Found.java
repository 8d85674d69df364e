package dev.pilothouse.stores;

import tools.jackson.databind.JsonNode;

/// What was found where something else was expected, in words for people.
final class Found {
  private static final int LONGEST = 60;

  private Found() {}

  static String in(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "a list";
      case STRING -> quoted(value.asString());
      case NUMBER -> "the number " + shortened(value.toString());
      case BOOLEAN -> value.asString();
      case NULL, MISSING, BINARY, POJO -> "nothing";
    };
  }

  private static String quoted(String text) {
    return "'" + shortened(text) + "'";
  }

  private static String shortened(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
