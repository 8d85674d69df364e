package dev.pilothouse.actions.schema;

import dev.pilothouse.model.Json;
import dev.pilothouse.spi.ActionDescriptor;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;

/// Finds at publish time what an action would refuse at call time: what is missing, what it does
/// not know, and literals of a wrong type. What an expression gives is left to the call.
public final class ActionInputCheck {
  private final ConcurrentHashMap<Json, InputSchema> compiled = new ConcurrentHashMap<>();

  /// @param with as written; values may be texts that hold `${…}`
  /// @return everything that is wrong, with paths that begin with `with`
  public List<InputFault> check(ActionDescriptor action, JsonNode with) {
    return compiled
        .computeIfAbsent(action.input(), InputSchema::of)
        .faultsBeforeFillingIn(with, "with");
  }
}
