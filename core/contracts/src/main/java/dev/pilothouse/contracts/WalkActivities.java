package dev.pilothouse.contracts;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;

/// The part of a run that touches the world.
@ActivityInterface
public interface WalkActivities {
  /// Walks on from what the ledger has recorded, for half a second at most; what is then still
  /// under way goes on by itself. May run twice, even at the same time: the newest claim alone
  /// moves a run on.
  @ActivityMethod(name = "walk")
  WalkAnswer walk(RunStart start);
}
