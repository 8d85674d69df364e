package dev.pilothouse.app;

import dev.pilothouse.triggers.FailureSweep;
import dev.pilothouse.triggers.OldDeliveries;
import dev.pilothouse.triggers.OverdueSweep;
import dev.pilothouse.triggers.Sweep;

/// All that looks from time to time for what nobody attends to, begun together.
record Sweeps(Sweep runs, OverdueSweep tasks, FailureSweep failures, OldDeliveries deliveries) {
  void start() {
    runs.start();
    tasks.start();
    failures.start();
    deliveries.start();
  }

  /// Runs are what must never be left lying: where their sweep stands still, so does the part.
  void check() {
    runs.check();
  }
}
