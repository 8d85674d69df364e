package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.time.Instant;

/// What has to happen next for a run to go on.
public sealed interface Demand {
  /// Call the action and record its outcome.
  record Perform(StepKey key, StepLabel label, String action, Json input, CallSpec call)
      implements Demand {}

  /// Record this outcome: the walk itself decided it, nothing has to be done for it.
  record Settle(StepKey key, StepLabel label, Json input, StepOutcome outcome) implements Demand {}

  /// Record the step as completed once its time has come.
  record Pause(StepKey key, StepLabel label, Until until) implements Demand {}

  /// Only a person can say whether this step happened.
  record AskPerson(StepKey key, StepLabel label) implements Demand {}

  /// @param reason in words; empty for a chain that came to its end
  record End(RunState state, String reason) implements Demand {}

  sealed interface Until {
    /// Counted from when the pause was first recorded.
    record For(Duration time) implements Until {}

    record At(Instant time) implements Until {}
  }
}
