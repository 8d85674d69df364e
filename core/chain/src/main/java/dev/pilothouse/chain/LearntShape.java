package dev.pilothouse.chain;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// What the data of events of one type has looked like so far, merged from some of them. It is no
/// promise: the next event may look otherwise. However many events come, and whatever they hold, it
/// stays small.
public final class LearntShape {
  /// Of nothing.
  public static final LearntShape NONE = new LearntShape(new ShapeNode());

  private final ShapeNode root;

  private LearntShape(ShapeNode root) {
    this.root = root;
  }

  /// @param stored what [#stored()] gave
  public static LearntShape read(Json stored) {
    return new LearntShape(ShapeNode.read(JsonText.parse(stored)));
  }

  /// What this one becomes by some more events.
  public LearntShape with(Collection<EventData> more) {
    ShapeNode merged = ShapeNode.read(root.stored());
    more.forEach(data -> merged.add(json(data)));
    return new LearntShape(merged);
  }

  /// As expressions see it.
  private static JsonNode json(EventData data) {
    return switch (data) {
      case EventData.Parsed(Json json) -> JsonText.parse(json);
      case EventData.Raw(String type, _) ->
          JsonNodeFactory.instance.objectNode().put("content_type", type).put("base64", "");
    };
  }

  public Json stored() {
    return JsonText.of(root.stored());
  }

  /// JSON Schema of what has come so far. Where only a few values have, they stand under
  /// `examples`.
  public Json schema() {
    return JsonText.of(root.schema());
  }

  /// A field of the data that was most likely meant.
  ///
  /// @param name as it was written
  record Mistyped(String name, String near) {}

  /// Empty where each field on the way has come before, and where nothing near it has.
  Optional<Mistyped> mistyped(List<String> keys) {
    ShapeNode node = root;
    for (String key : keys) {
      Optional<ShapeNode> next = node.child(key);
      if (next.isEmpty()) {
        return key.startsWith("[")
            ? Optional.empty()
            : NearName.of(key, node.names()).map(near -> new Mistyped(key, near));
      }
      node = next.get();
    }
    return Optional.empty();
  }
}
