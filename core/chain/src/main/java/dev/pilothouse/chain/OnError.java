package dev.pilothouse.chain;

import java.util.List;

/// What follows when a step has failed for good.
public sealed interface OnError {
  OnError STOP = new Stop();

  /// What stands around it fails too; at the end the run.
  record Stop() implements OnError {}

  /// The chain goes on behind it; its output is `{"error": …}`.
  record GoOn() implements OnError {}

  /// These steps are done, with `error` in their expressions, and then the chain goes on behind it.
  record Recover(List<Step> steps) implements OnError {
    public Recover {
      steps = List.copyOf(steps);
    }
  }
}
