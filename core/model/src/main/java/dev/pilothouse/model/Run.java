package dev.pilothouse.model;

import java.util.List;

/// A run with all that was recorded of it.
public record Run(RunSummary summary, List<StepRecord> steps) {
  public Run {
    steps = List.copyOf(steps);
  }

  /// What the run waits for now, in words for people; empty once nothing is awaited.
  public String waitsFor() {
    return switch (summary.state()) {
      case QUEUED -> "Waits for a worker to take it";
      case RUNNING -> "Waits for its step under way to end";
      case FINISHED, FAILED -> "";
    };
  }
}
