package dev.pilothouse.builderapi;

import java.util.Comparator;
import tools.jackson.databind.JsonNode;

/// Whether two texts say the same, however their numbers are written and their fields ordered: what
/// comes back from the database is written in its way.
final class SameJson {
  private static final Comparator<JsonNode> VALUES =
      (one, other) ->
          one.isNumber() && other.isNumber()
              ? one.decimalValue().compareTo(other.decimalValue())
              : one.equals(other) ? 0 : 1;

  private SameJson() {}

  static boolean isSame(JsonNode one, JsonNode other) {
    return one.equals(VALUES, other);
  }
}
