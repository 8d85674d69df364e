package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.HashMap;
import java.util.Map;

/// Outputs of steps, parsed once for as long as it is the same outcome.
final class OutputCache {
  private record Converted(StepOutcome.Completed from, Object output) {}

  private final Map<StepKey, Converted> converted = new HashMap<>();

  // Identity is asked for: comparing large outputs would cost as much as parsing them.
  @SuppressWarnings("ReferenceEquality")
  Object output(StepKey key, StepOutcome.Completed outcome) {
    Converted known = converted.computeIfAbsent(key, _ -> convert(outcome));
    if (known.from() != outcome) {
      known = convert(outcome);
      converted.put(key, known);
    }
    return known.output();
  }

  private static Converted convert(StepOutcome.Completed outcome) {
    return new Converted(outcome, CelValues.of(outcome.output()));
  }
}
