package dev.pilothouse.contracts;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// The part of a run that touches the world.
@ActivityInterface
public interface WalkActivities {
  /// Walks on from what the ledger has recorded. May run twice, even at the same time: the ledger
  /// keeps the first outcome of each step and the first end of the run.
  @ActivityMethod(name = "walk")
  WalkAnswer walk(RunStart start);
}
