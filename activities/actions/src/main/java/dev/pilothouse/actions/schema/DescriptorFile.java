package dev.pilothouse.actions.schema;

import dev.pilothouse.model.Json;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.ActionPromises;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What an action says of itself, in a JSON file beside its class: name, title, about, input,
/// output, example, classes with pureFor and readBack where they depend on more than its name,
/// reversibility, and for its page also errors.
public final class DescriptorFile {
  private static final JsonMapper MAPPER = new JsonMapper();

  private DescriptorFile() {}

  /// @param name of the action; its file is called so, with `.json`
  public static ActionDescriptor of(Class<?> action, String name) {
    JsonNode file = tree(action, name + ".json");
    return new ActionDescriptor(
        file.path("name").asString(),
        file.path("title").asString(),
        file.path("about").asString(),
        JsonTree.text(file.path("input")),
        JsonTree.text(file.path("output")),
        JsonTree.text(file.path("example")),
        promises(file),
        file.path("reversibility").asString());
  }

  private static ActionPromises promises(JsonNode file) {
    return new ActionPromises(
        file.path("classes").valueStream().map(JsonNode::asString).toList(),
        schema(file, "pureFor"),
        schema(file, "readBack"));
  }

  private static Optional<Json> schema(JsonNode file, String name) {
    return Optional.of(file.path(name)).filter(JsonNode::isObject).map(JsonTree::text);
  }

  /// A file beside the class, as it is.
  public static Json text(Class<?> beside, String file) {
    return JsonTree.text(tree(beside, file));
  }

  private static JsonNode tree(Class<?> beside, String file) {
    try (InputStream content = open(beside, file)) {
      return MAPPER.readTree(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(Class<?> beside, String file) {
    return Optional.ofNullable(beside.getResourceAsStream(file))
        .orElseThrow(
            () -> new IllegalStateException("'%s' is missing beside %s".formatted(file, beside)));
  }
}
