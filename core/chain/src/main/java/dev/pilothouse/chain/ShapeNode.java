package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The values that have stood in one place. Grows while it is being made, and within bounds: what
/// came first stays, so that a hostile sender cannot push out what is known.
final class ShapeNode {
  static final int MOST_PLACES = 150;
  static final int MOST_FIELDS = 60;
  static final int DEEPEST = 8;
  static final int LONGEST_NAME = 100;
  static final int MOST_VALUES = 8;
  static final int LONGEST_VALUE = 40;

  /// Of a long list the first ones tell enough.
  private static final int MOST_ITEMS = 20;

  private final Set<String> kinds = new TreeSet<>();
  private final TreeMap<String, ShapeNode> fields = new TreeMap<>();
  private final List<JsonNode> values = new ArrayList<>();
  private long seen;
  private long objects;
  private boolean moreFields;
  private boolean manyValues;
  private @Nullable ShapeNode items;

  /// What is left of the places that a shape may have in all.
  private static final class Room {
    private int left;

    Room(int left) {
      this.left = left;
    }

    boolean take() {
      return left > 0 && left-- > 0;
    }
  }

  void add(JsonNode value) {
    add(value, new Room(MOST_PLACES - places()), 0);
  }

  private int places() {
    int within = fields.values().stream().mapToInt(ShapeNode::places).sum();
    return 1 + within + (items == null ? 0 : items.places());
  }

  private void add(JsonNode value, Room room, int depth) {
    seen++;
    kinds.add(kind(value));
    switch (value.getNodeType()) {
      case OBJECT -> addFields(value, room, depth);
      case ARRAY -> addItems(value, room, depth);
      case STRING, NUMBER -> addValue(value);
      case BOOLEAN, NULL, MISSING, BINARY, POJO -> {}
    }
  }

  private static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "object";
      case ARRAY -> "array";
      case STRING -> "string";
      case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
      case BOOLEAN -> "boolean";
      case NULL, MISSING, BINARY, POJO -> "null";
    };
  }

  private void addFields(JsonNode object, Room room, int depth) {
    objects++;
    for (Map.Entry<String, JsonNode> field : object.properties()) {
      Optional<ShapeNode> known = field(field.getKey(), room, depth);
      known.ifPresent(node -> node.add(field.getValue(), room, depth + 1));
      moreFields |= known.isEmpty();
    }
  }

  /// Empty for a new one that there is no room for.
  private Optional<ShapeNode> field(String name, Room room, int depth) {
    if (fields.containsKey(name)) {
      return Optional.of(fields.get(name));
    }
    if (name.length() > LONGEST_NAME
        || depth >= DEEPEST
        || fields.size() >= MOST_FIELDS
        || !room.take()) {
      return Optional.empty();
    }
    ShapeNode fresh = new ShapeNode();
    fields.put(name, fresh);
    return Optional.of(fresh);
  }

  private void addItems(JsonNode list, Room room, int depth) {
    if (items == null && depth < DEEPEST && !list.isEmpty() && room.take()) {
      items = new ShapeNode();
    }
    ShapeNode known = items;
    if (known != null) {
      list.valueStream().limit(MOST_ITEMS).forEach(item -> known.add(item, room, depth + 1));
    }
  }

  /// Too many are none: then they are no small closed set, and nobody's business either.
  private void addValue(JsonNode value) {
    if (manyValues || value.asString().isEmpty() || values.contains(value)) {
      return;
    }
    if (value.asString().length() > LONGEST_VALUE || values.size() >= MOST_VALUES) {
      manyValues = true;
      values.clear();
    } else {
      values.add(value);
    }
  }

  // ------------------------------------------------------------------ what is known

  /// Empty where nothing can be said of it.
  Optional<ShapeNode> child(String key) {
    return key.startsWith("[") ? Optional.ofNullable(items) : Optional.ofNullable(fields.get(key));
  }

  /// Of the fields that may stand here; none where there may be others that are not kept.
  Set<String> names() {
    return moreFields ? Set.of() : fields.keySet();
  }

  JsonNode schema() {
    ObjectNode schema = JsonNodeFactory.instance.objectNode();
    describeKinds(schema);
    if (!fields.isEmpty()) {
      describeFields(schema);
    }
    if (items != null) {
      schema.set("items", items.schema());
    }
    if (!values.isEmpty()) {
      schema.putArray("examples").addAll(values);
    }
    return schema;
  }

  private void describeKinds(ObjectNode schema) {
    List<String> words =
        kinds.stream()
            .filter(kind -> !kind.equals("integer") || !kinds.contains("number"))
            .toList();
    if (words.size() == 1) {
      schema.put("type", words.getFirst());
    } else if (!words.isEmpty()) {
      words.forEach(schema.putArray("type")::add);
    }
  }

  private void describeFields(ObjectNode schema) {
    ObjectNode properties = schema.putObject("properties");
    fields.forEach((name, node) -> properties.set(name, node.schema()));
    List<String> always =
        fields.entrySet().stream()
            .filter(field -> field.getValue().seen == objects)
            .map(Map.Entry::getKey)
            .toList();
    if (!always.isEmpty()) {
      always.forEach(schema.putArray("required")::add);
    }
  }

  // ------------------------------------------------------------------ as it is stored

  JsonNode stored() {
    ObjectNode stored = JsonNodeFactory.instance.objectNode().put("seen", seen);
    kinds.forEach(stored.putArray("kinds")::add);
    if (objects > 0) {
      stored.put("objects", objects).put("more", moreFields);
      ObjectNode within = stored.putObject("fields");
      fields.forEach((name, node) -> within.set(name, node.stored()));
    }
    if (items != null) {
      stored.set("items", items.stored());
    }
    if (manyValues) {
      stored.put("many", true);
    } else if (!values.isEmpty()) {
      stored.putArray("values").addAll(values);
    }
    return stored;
  }

  static ShapeNode read(JsonNode stored) {
    ShapeNode node = new ShapeNode();
    node.seen = stored.path("seen").asLong(0);
    node.objects = stored.path("objects").asLong(0);
    node.moreFields = stored.path("more").asBoolean(false);
    node.manyValues = stored.path("many").asBoolean(false);
    stored.path("kinds").forEach(kind -> node.kinds.add(kind.asString("")));
    stored.path("values").forEach(node.values::add);
    stored
        .path("fields")
        .properties()
        .forEach(field -> node.fields.put(field.getKey(), read(field.getValue())));
    if (stored.has("items")) {
      node.items = read(stored.get("items"));
    }
    return node;
  }
}
