package dev.pilothouse.activities;

import dev.pilothouse.model.RunId;
import java.util.Optional;

/// The walk of a run that was just born, begun while the start of its workflow is still under way.
/// It belongs to nobody until the workflow asks for it, which may be after its end.
final class EarlyWalk {
  private final RunId run;
  private final Interruptible thread;
  private Optional<Batch> adopter = Optional.empty();
  private Optional<Walk.Over> over = Optional.empty();

  EarlyWalk(RunId run, Interruptible thread) {
    this.run = run;
    this.thread = thread;
  }

  Interruptible thread() {
    return thread;
  }

  /// The workflow has come.
  ///
  /// @return how the walk has ended; empty when it goes on, as one of the batch
  synchronized Optional<Walk.Over> adoptedBy(Batch batch) {
    if (over.isEmpty()) {
      adopter = Optional.of(batch);
      batch.begin(run, thread);
    }
    return over;
  }

  /// @return whose it is by now; empty when no workflow has come yet
  synchronized Optional<Batch> ended(Walk.Over how) {
    over = Optional.of(how);
    return adopter;
  }
}
