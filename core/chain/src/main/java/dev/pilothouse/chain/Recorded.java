package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.Map;
import java.util.Set;

/// What is known of one run so far, in any order.
///
/// @param outcomes of steps that ended
/// @param progress of loops under way
/// @param letters that came for steps that wait for something outside of the run
/// @param underWay steps that are being done right now: they are not demanded again
public record Recorded(
    Map<StepKey, StepOutcome> outcomes,
    Map<StepKey, LoopProgress> progress,
    Map<StepKey, Json> letters,
    Set<StepKey> underWay) {

  public static Recorded of(Map<StepKey, StepOutcome> outcomes) {
    return new Recorded(outcomes, Map.of(), Map.of(), Set.of());
  }
}
