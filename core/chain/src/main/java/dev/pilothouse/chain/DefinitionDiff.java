package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What is different between two definitions. Works on what they say and not on what it means, so
/// that drafts with mistakes can be compared as well. Empty for two that say the same, and for no
/// others.
public final class DefinitionDiff {
  private static final Set<String> PARTS = Set.of("on", "steps");

  private DefinitionDiff() {}

  public static List<Difference> between(Json before, Json after) {
    return between(JsonText.parse(before), JsonText.parse(after));
  }

  private static List<Difference> between(JsonNode before, JsonNode after) {
    Set<String> parts = listsOf(before, after);
    List<Difference> found = new ArrayList<>();
    FieldChange.between(without(before, parts), without(after, parts))
        .forEach(change -> found.add(change.told("", "The automation")));
    if (parts.contains("on")) {
      found.addAll(new TriggerDiff(before.path("on"), after.path("on")).differences());
    }
    if (parts.contains("steps")) {
      found.addAll(
          new StepDiff(StepOutline.of(before.path("steps")), StepOutline.of(after.path("steps")))
              .differences());
    }
    return found;
  }

  /// Which parts are compared piece by piece: those that are lists in both, or a list in one and
  /// missing in the other.
  private static Set<String> listsOf(JsonNode before, JsonNode after) {
    return PARTS.stream()
        .filter(part -> isListOrMissing(before.path(part)) && isListOrMissing(after.path(part)))
        .filter(part -> !before.path(part).isEmpty() || !after.path(part).isEmpty())
        .collect(Collectors.toSet());
  }

  private static boolean isListOrMissing(JsonNode node) {
    return node.isArray() || node.isMissingNode();
  }

  private static JsonNode without(JsonNode node, Set<String> parts) {
    return node instanceof ObjectNode object ? object.deepCopy().remove(parts) : node;
  }
}
