package dev.pilothouse.activities;

import dev.pilothouse.model.StepRecord;
import java.time.Instant;
import java.util.Optional;

/// What is known of a step's attempts so far.
///
/// @param made how many were begun
/// @param inDoubt the last one was begun, and nothing tells how it ended
/// @param maybe one of them may have acted
/// @param waitsUntil when the step goes on; empty where it waits for no time
record Attempts(int made, boolean inDoubt, boolean maybe, Optional<Instant> waitsUntil) {
  static final Attempts NONE = new Attempts(0, false, false, Optional.empty());

  static Attempts of(StepRecord step) {
    int reserved = step.reservation().map(StepRecord.Reservation::attempt).orElse(0);
    int awaited = step.awaiting().map(StepRecord.Awaiting::attempt).orElse(0);
    return new Attempts(
        Math.max(reserved, awaited),
        step.inDoubt(),
        step.inDoubt() || step.awaiting().filter(StepRecord.Awaiting::maybe).isPresent(),
        step.inDoubt() ? Optional.empty() : step.awaiting().map(StepRecord.Awaiting::due));
  }

  Attempts begun() {
    return new Attempts(made + 1, true, maybe, Optional.empty());
  }

  Attempts waiting(Instant due, boolean mayHaveActed) {
    return new Attempts(Math.max(made, 1), false, mayHaveActed, Optional.of(due));
  }
}
