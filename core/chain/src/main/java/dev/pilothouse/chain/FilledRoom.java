package dev.pilothouse.chain;

import tools.jackson.databind.JsonNode;

/// What the expressions of one step may give together, in characters. One text of an event is
/// small, and a step may name it in a thousand places.
final class FilledRoom {
  private int left = ToJson.LARGEST;

  JsonNode take(Expression by, JsonNode value) throws ExpressionFailed {
    left -= value.isString() ? value.stringValue().length() : value.toString().length();
    if (left < 0) {
      throw new ExpressionFailed(
          by.text(),
          "the values of this step are together larger than %d characters. Take what is needed."
              .formatted(ToJson.LARGEST));
    }
    return value;
  }
}
