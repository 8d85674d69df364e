package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What is different in what starts two automations. Triggers are known by their type of event.
final class TriggerDiff {
  private final JsonNode on;
  private final JsonNode now;
  private final SequencedMap<String, JsonNode> before;
  private final SequencedMap<String, JsonNode> after;

  TriggerDiff(JsonNode before, JsonNode after) {
    on = before;
    now = after;
    this.before = byName(before);
    this.after = byName(after);
  }

  List<Difference> differences() {
    List<Difference> found = new ArrayList<>();
    after.forEach((name, trigger) -> found.addAll(of(name, trigger)));
    before.forEach((name, trigger) -> {
      if (!after.containsKey(name)) {
        found.add(
            new Difference(
                Difference.Kind.REMOVED,
                Pointer.of("on", name),
                Optional.of(JsonText.of(trigger)),
                Optional.empty(),
                "Trigger " + name + " is gone"));
      }
    });
    order().ifPresent(found::add);
    return found;
  }

  private List<Difference> of(String name, JsonNode trigger) {
    return Optional.ofNullable(before.get(name))
        .map(was -> changes(name, was, trigger))
        .orElseGet(() ->
            List.of(
                new Difference(
                    Difference.Kind.ADDED,
                    Pointer.of("on", name),
                    Optional.empty(),
                    Optional.of(JsonText.of(trigger)),
                    "New trigger " + name)));
  }

  private static List<Difference> changes(String name, JsonNode was, JsonNode is) {
    return FieldChange.between(was, is).stream()
        .map(change -> change.told(Pointer.of("on", name), "Trigger " + name))
        .toList();
  }

  /// Nothing depends on it, but it makes another version all the same.
  private Optional<Difference> order() {
    return kept(before, after).equals(kept(after, before))
        ? Optional.empty()
        : Optional.of(
            new Difference(
                Difference.Kind.MOVED,
                Pointer.of("on"),
                Optional.of(JsonText.of(on)),
                Optional.of(JsonText.of(now)),
                "The triggers stand in another order"));
  }

  private static List<String> kept(
      SequencedMap<String, JsonNode> of, SequencedMap<String, JsonNode> other) {
    return of.keySet().stream().filter(other::containsKey).toList();
  }

  private static SequencedMap<String, JsonNode> byName(JsonNode triggers) {
    SequencedMap<String, JsonNode> byName = new LinkedHashMap<>();
    triggers.forEach(trigger -> byName.put(free(name(trigger), byName), trigger));
    return byName;
  }

  private static String name(JsonNode trigger) {
    return Stream.of("manual", "api")
        .filter(trigger::has)
        .findFirst()
        .orElseGet(() -> trigger.path("event").stringValue("trigger"));
  }

  /// Two triggers may ask for the same event under different conditions.
  private static String free(String name, SequencedMap<String, JsonNode> taken) {
    return Stream.iterate(1, number -> number + 1)
        .map(number -> number == 1 ? name : name + "-" + number)
        .filter(it -> !taken.containsKey(it))
        .findFirst()
        .orElseThrow();
  }
}
