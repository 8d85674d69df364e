package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One file a type of event, and one a shape that several of them share: `{"$ref": "deal"}` stands
/// for the shape of that name, and what is written beside it is added or stands instead. Where
/// there is a `before` and no `after`, the latter is what `data` is.
final class CatalogueFiles {
  private static final String FOLDER = "events/";
  private static final String SHAPE = "$ref";
  private static final String PROPERTIES = "properties";
  private static final String DATA = "data";
  private static final String BEFORE = "before";
  private static final String AFTER = "after";

  private CatalogueFiles() {}

  /// In the order in which people should see them: a jar has no folders to list.
  static List<String> names() {
    return text("types.txt").lines().toList();
  }

  static EventType type(String name) {
    JsonNode file = tree(name + ".json");
    return new EventType(
        name,
        file.path("title").asString(),
        file.path("about").asString(),
        file.path("ours").asBoolean(false),
        schema(file, DATA),
        file.has(BEFORE) ? Optional.of(change(file)) : Optional.empty(),
        JsonText.of(example(file)));
  }

  private static EventType.Change change(JsonNode file) {
    return new EventType.Change(
        schema(file, BEFORE), file.has(AFTER) ? schema(file, AFTER) : schema(file, DATA));
  }

  private static Json schema(JsonNode file, String of) {
    return JsonText.of(resolved(file.path(of)));
  }

  /// As CloudEvents writes it.
  private static ObjectNode example(JsonNode file) {
    ObjectNode event = JsonNodeFactory.instance.objectNode();
    event.put("specversion", "1.0").put("type", file.path("type").asString());
    file.path("example").properties().forEach(field -> event.set(field.getKey(), field.getValue()));
    return event.has(BEFORE) && !event.has(AFTER)
        ? event.set(AFTER, event.get(DATA).deepCopy())
        : event;
  }

  private static JsonNode resolved(JsonNode schema) {
    return schema.has(SHAPE)
        ? extended(resolved(tree("shapes/" + schema.get(SHAPE).asString() + ".json")), schema)
        : schema;
  }

  private static JsonNode extended(JsonNode shape, JsonNode more) {
    ObjectNode extended = ((ObjectNode) shape).deepCopy();
    more.properties().stream()
        .filter(field -> !field.getKey().equals(SHAPE) && !field.getKey().equals(PROPERTIES))
        .forEach(field -> extended.set(field.getKey(), field.getValue()));
    more.path(PROPERTIES)
        .properties()
        .forEach(
            field -> extended.withObject("/" + PROPERTIES).set(field.getKey(), field.getValue()));
    return extended;
  }

  private static JsonNode tree(String file) {
    return JsonText.parseStrictly(new Json(text(file)));
  }

  private static String text(String file) {
    try (InputStream content = open(file)) {
      return new String(content.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadableJar) {
      throw new UncheckedIOException(unreadableJar);
    }
  }

  private static InputStream open(String file) {
    return Optional.ofNullable(CatalogueFiles.class.getResourceAsStream(FOLDER + file))
        .orElseThrow(() -> new IllegalStateException("'" + file + "' is missing in the catalogue"));
  }
}
