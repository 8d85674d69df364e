package dev.pilothouse.model;

import java.util.List;

/// A run with all that was recorded of it.
///
/// @param steps in the order they were begun
/// @param orders what people ordered of it, oldest first
public record Run(
    RunSummary summary,
    AutomationId automation,
    VersionId version,
    List<StepRecord> steps,
    List<GivenOrder> orders) {
  public Run {
    steps = List.copyOf(steps);
    orders = List.copyOf(orders);
  }

  /// What the run waits for now, in words for people; empty once nothing is awaited.
  public String waitsFor() {
    return switch (summary.state()) {
      case QUEUED ->
          summary.concurrencyKey().isEmpty()
              ? "Waits for a worker to take it"
              : "Waits for a worker, or for the earlier runs of '"
                  + summary.concurrencyKey()
                  + "' to end";
      case RUNNING -> underWay();
      case WAITING -> awaited();
      case NEEDS_PERSON -> unknown();
      case PAUSED -> "Paused by a person, until somebody resumes it";
      case FINISHED, FAILED, CANCELLED -> "";
    };
  }

  private String underWay() {
    return steps.stream()
        .filter(StepRecord::inDoubt)
        .findFirst()
        .map(step -> "Waits for the answer to '" + step.label().name() + "'")
        .orElse("Waits for its step under way to end");
  }

  private String awaited() {
    return steps.stream()
        .filter(step -> step.settlement().isEmpty())
        .flatMap(step -> step.awaiting().stream())
        .reduce((_, later) -> later)
        .map(StepRecord.Awaiting::reason)
        .orElse("Waits for a time to come");
  }

  private String unknown() {
    return steps.stream()
        .filter(step -> step.outcome().orElse(null) instanceof StepOutcome.Unknown)
        .findFirst()
        .map(step -> "Waits for a person's word: did '" + step.label().name() + "' happen or not?")
        .orElse("Waits for a person's word");
  }
}
