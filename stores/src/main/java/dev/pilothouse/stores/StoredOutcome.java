package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// An outcome as the columns of its row.
///
/// @param result `completed`, `failed`, `skipped` or `unknown`
record StoredOutcome(
    String result, Optional<String> output, Optional<String> error, String reason) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static StoredOutcome of(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Completed(Json output) ->
          new StoredOutcome("completed", Optional.of(output.text()), Optional.empty(), "");
      case StepOutcome.Failed(StepError error) ->
          new StoredOutcome("failed", Optional.empty(), Optional.of(text(error)), "");
      case StepOutcome.Skipped(String reason) ->
          new StoredOutcome("skipped", Optional.empty(), Optional.empty(), reason);
      case StepOutcome.Unknown(String reason) ->
          new StoredOutcome("unknown", Optional.empty(), Optional.empty(), reason);
    };
  }

  static String text(StepError error) {
    return JSON.writeValueAsString(
        Map.of(
            "code", error.code(),
            "kind", error.kind().name().toLowerCase(Locale.ROOT),
            "message", error.message()));
  }
}
