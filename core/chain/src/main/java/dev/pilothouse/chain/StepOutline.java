package dev.pilothouse.chain;

import dev.pilothouse.chain.PlacedStep.StepList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// All steps of a definition in the order they are written, whatever kinds they are of. Never
/// complains: what stands in a list of steps is a step.
final class StepOutline {
  /// Under which keys steps hold others, in lists and in lists by name, and how the places of those
  /// are named.
  private static final SequencedMap<String, String> SLOTS = slots();

  private final SequencedMap<String, PlacedStep> byId = new LinkedHashMap<>();
  private final SequencedMap<StepList, List<PlacedStep>> lists = new LinkedHashMap<>();
  private final Set<String> given = new HashSet<>();

  private StepOutline() {}

  private static SequencedMap<String, String> slots() {
    SequencedMap<String, String> slots = new LinkedHashMap<>();
    slots.put("then", "then");
    slots.put("cases", "cases");
    slots.put("parallel", "parallel");
    slots.put("steps", "each");
    slots.put("else", "else");
    slots.put("on_error", "error");
    return slots;
  }

  static StepOutline of(JsonNode steps) {
    StepOutline outline = new StepOutline();
    outline.collectGiven(steps);
    outline.read(steps, StepList.CHAIN, "step");
    return outline;
  }

  List<PlacedStep> steps() {
    return List.copyOf(byId.values());
  }

  boolean has(String id) {
    return byId.containsKey(id);
  }

  PlacedStep step(String id) {
    return Objects.requireNonNull(byId.get(id));
  }

  /// Empty for a list that does not exist.
  List<PlacedStep> list(StepList list) {
    return lists.getOrDefault(list, List.of());
  }

  /// The lists of steps that stand in this one.
  List<StepList> listsIn(PlacedStep step) {
    return slots(step.node()).keySet().stream().map(slot -> new StepList(step.id(), slot)).toList();
  }

  /// How many steps stand in it.
  long count(PlacedStep step) {
    return listsIn(step).stream()
        .flatMap(list -> list(list).stream())
        .mapToLong(it -> 1 + count(it))
        .sum();
  }

  /// The step alone. Its lists are left out where they hold steps, here or in the other one: those
  /// tell for themselves what became of them. An empty list is a field like others.
  static JsonNode alone(PlacedStep step, PlacedStep other) {
    JsonNode node = step.node().deepCopy();
    Map<String, JsonNode> others = slots(other.node());
    slots(step.node())
        .forEach((slot, list) -> {
          if (!list.isEmpty() || !others.getOrDefault(slot, list).isEmpty()) {
            remove(node, slot);
          }
        });
    return node;
  }

  private static void remove(JsonNode node, String slot) {
    int within = slot.indexOf('/');
    JsonNode owner = within < 0 ? node : node.path(slot.substring(0, within));
    if (owner instanceof ObjectNode object) {
      var _ = object.remove(slot.substring(within + 1));
    }
  }

  private static SequencedMap<String, JsonNode> slots(JsonNode step) {
    SequencedMap<String, JsonNode> slots = new LinkedHashMap<>();
    SLOTS.forEach((key, _) -> {
      JsonNode value = step.path(key);
      if (value.isArray()) {
        slots.put(key, value);
      } else {
        branches(value).forEach((name, list) -> slots.put(key + "/" + name, list));
      }
    });
    return slots;
  }

  private static SequencedMap<String, JsonNode> branches(JsonNode value) {
    SequencedMap<String, JsonNode> branches = new LinkedHashMap<>();
    value.forEachEntry((name, list) -> {
      if (list.isArray()) {
        branches.put(name, list);
      }
    });
    return branches;
  }

  private void collectGiven(JsonNode steps) {
    for (JsonNode step : steps) {
      if (step.path("id").isString()) {
        given.add(step.get("id").stringValue());
      }
      slots(step).values().forEach(this::collectGiven);
    }
  }

  private void read(JsonNode steps, StepList list, String place) {
    List<PlacedStep> members = new ArrayList<>();
    lists.put(list, members);
    for (int index = 0; index < steps.size(); index++) {
      String at = place + "-" + (index + 1);
      PlacedStep step = placed(steps.get(index), list, index, at);
      members.add(step);
      byId.put(step.id(), step);
      slots(step.node())
          .forEach((slot, within) ->
              read(within, new StepList(step.id(), slot), at + "-" + placeOf(step.node(), slot)));
    }
  }

  private PlacedStep placed(JsonNode node, StepList list, int index, String place) {
    String id = node.path("id").stringValue("");
    boolean named = !id.isEmpty() && !byId.containsKey(id);
    return new PlacedStep(named ? id : derived(place), named, node, list, index);
  }

  private String derived(String place) {
    String id = place;
    for (int i = 2; given.contains(id); i++) {
      id = place + "-x" + i;
    }
    return id;
  }

  /// As [StepIds] is told it by the readers of steps.
  private static String placeOf(JsonNode step, String slot) {
    int within = slot.indexOf('/');
    if (within < 0) {
      return Objects.requireNonNull(SLOTS.get(slot));
    }
    String key = slot.substring(0, within);
    List<String> names = List.copyOf(step.get(key).propertyNames());
    return SLOTS.get(key) + (names.indexOf(slot.substring(within + 1)) + 1);
  }
}
