package dev.pilothouse.chain;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What a reader has to know of actions. They are an open set and live elsewhere.
public interface ActionCatalogue {
  /// For a version that was checked when it was published. An action may have left the house since:
  /// then the step that needs it fails, and not the reading of the whole.
  static ActionCatalogue asPublished() {
    return new AsPublished();
  }

  Set<String> names();

  /// What is wrong with an action's `with`, expressions in text not yet filled in.
  ///
  /// @param path of `with` in the definition; the problems' paths begin with it
  List<Problem> checkInput(String action, JsonNode with, String path);

  /// Of which classes a call may be. Several where an expression decides, or what is written beside
  /// its `with`; none where nothing is known.
  ///
  /// @param with expressions in text not yet filled in
  default Set<EffectClass> classes(String action, JsonNode with) {
    return Set.of();
  }

  /// JSON Schema of an action's `with`; empty where nothing is known.
  default Optional<Json> inputSchema(String action) {
    return Optional.empty();
  }

  /// JSON Schema of what later steps may read of an action's output; empty where nothing is known.
  /// `{"x-same-as": "input"}` stands for what the action was given.
  default Optional<Json> outputSchema(String action) {
    return Optional.empty();
  }

  default boolean knows(String action) {
    return names().contains(action);
  }
}
