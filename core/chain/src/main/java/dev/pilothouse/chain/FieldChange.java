package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/// A value that is another one, is new, or is gone.
///
/// @param way to it from the object that was compared
record FieldChange(List<String> way, Optional<JsonNode> before, Optional<JsonNode> after) {
  FieldChange {
    way = List.copyOf(way);
  }

  /// Down to the values: of two objects only what differs in them, of two lists of one length as
  /// well. Lists of different lengths are told as a whole: which item went where is not known.
  static List<FieldChange> between(JsonNode before, JsonNode after) {
    List<FieldChange> found = new ArrayList<>();
    collect(List.of(), Optional.of(before), Optional.of(after), found);
    return found;
  }

  private static void collect(
      List<String> way,
      Optional<JsonNode> before,
      Optional<JsonNode> after,
      List<FieldChange> found) {
    if (before.equals(after)) {
      return;
    }
    List<String> within = before.flatMap(b -> after.map(a -> keys(b, a))).orElse(List.of());
    if (within.isEmpty()) {
      found.add(new FieldChange(way, before, after));
    }
    within.forEach(key ->
        collect(
            with(way, key),
            before.flatMap(it -> child(it, key)),
            after.flatMap(it -> child(it, key)),
            found));
  }

  private static List<String> keys(JsonNode before, JsonNode after) {
    if (before.isObject() && after.isObject()) {
      Set<String> keys = new LinkedHashSet<>(before.propertyNames());
      keys.addAll(after.propertyNames());
      return List.copyOf(keys);
    }
    return before.isArray() && after.isArray() && before.size() == after.size()
        ? indexes(before.size())
        : List.of();
  }

  private static List<String> indexes(int size) {
    return IntStream.range(0, size).mapToObj(Integer::toString).toList();
  }

  private static Optional<JsonNode> child(JsonNode node, String key) {
    return Optional.ofNullable(node.isArray() ? node.get(Integer.parseInt(key)) : node.get(key));
  }

  private static List<String> with(List<String> way, String key) {
    List<String> longer = new ArrayList<>(way);
    longer.add(key);
    return longer;
  }

  /// @param at the pointer to what was compared
  /// @param whose as a sentence begins
  Difference told(String at, String whose) {
    return new Difference(
        kind(),
        at + Pointer.of(way),
        before.map(JsonText::of),
        after.map(JsonText::of),
        whose + ": " + field() + DiffWords.change(before, after));
  }

  private Difference.Kind kind() {
    if (before.isEmpty()) {
      return Difference.Kind.ADDED;
    }
    return after.isEmpty() ? Difference.Kind.REMOVED : Difference.Kind.CHANGED;
  }

  private String field() {
    return way.isEmpty() ? "" : String.join(".", way) + " ";
  }
}
