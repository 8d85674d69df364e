package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.LinkedHashMap;
import java.util.Map;

/// Outputs of steps, parsed once for as long as it is the same outcome.
final class OutputCache {
  private record Converted(StepOutcome.Completed from, Object output) {}

  /// More than the steps of a definition; the turns of a long loop leave one after the other.
  private static final int CAPACITY = 2_000;

  private final Map<StepKey, Converted> converted =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<StepKey, Converted> eldest) {
          return size() > CAPACITY;
        }
      };

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
