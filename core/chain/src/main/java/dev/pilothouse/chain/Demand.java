package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What has to happen next for a run to go on.
public sealed interface Demand {
  /// Call the action and record its outcome.
  record Perform(StepKey key, StepLabel label, String action, Json input, CallSpec call)
      implements Demand {}

  /// Record this outcome: the walk itself decided it, nothing has to be done for it.
  record Settle(StepKey key, StepLabel label, Json input, StepOutcome outcome) implements Demand {}

  /// Record how far a loop is: what lies behind is not asked for again.
  record Advance(StepKey key, StepLabel label, LoopProgress progress) implements Demand {}

  /// Record the step as completed once its time has come.
  record Pause(StepKey key, StepLabel label, Until until) implements Demand {}

  /// Listen for an event that the journal gets, or has got since the run began. What comes is a
  /// letter to this step.
  ///
  /// @param where what the event must hold at which path, as text
  /// @param limit how long
  record Listen(
      StepKey key, StepLabel label, String type, SequencedMap<String, String> where, Duration limit)
      implements Demand {
    public Listen {
      where = new LinkedHashMap<>(where);
    }
  }

  /// Start a run of another automation. Its end is a letter to this step.
  ///
  /// @param automation its name or id
  /// @param limit how long its end is waited for; empty where nobody waits for it
  record Call(StepKey key, StepLabel label, String automation, Json input, Optional<Duration> limit)
      implements Demand {}

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
