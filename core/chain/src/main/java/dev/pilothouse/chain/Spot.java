package dev.pilothouse.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A value of a definition, and where it stands in the text.
///
/// @param key of the object's field it is in; none for an item of a list and for the whole
/// @param items of a list
/// @param fields of an object
record Spot(
    JsonNode node, Span key, Span value, List<Spot> items, SequencedMap<String, Spot> fields) {
  private static final SequencedMap<String, Spot> NO_FIELDS = new LinkedHashMap<>();

  static Spot scalar(JsonNode node, Span key, Span value) {
    return new Spot(node, key, value, List.of(), NO_FIELDS);
  }

  static Spot list(List<Spot> items, Span key, Span value) {
    JsonNode node =
        JsonNodeFactory.instance.arrayNode().addAll(items.stream().map(Spot::node).toList());
    return new Spot(node, key, value, List.copyOf(items), NO_FIELDS);
  }

  static Spot object(SequencedMap<String, Spot> fields, Span key, Span value) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, field) -> node.set(name, field.node));
    return new Spot(node, key, value, List.of(), fields);
  }

  /// What a complaint about it points at: the words themselves; for an object, a list or nothing
  /// the key they stand under, since they may go on for pages.
  Span shown() {
    return key.isEmpty() || (node.isValueNode() && !value.isEmpty()) ? value : key;
  }

  /// What a complaint about something that is missing in it points at.
  Span head() {
    return key.isEmpty() ? value : key;
  }
}
