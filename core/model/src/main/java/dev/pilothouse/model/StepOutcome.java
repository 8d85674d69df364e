package dev.pilothouse.model;

/// How one step of a run ended. Recorded once; a second walk reads it instead of doing it again.
public sealed interface StepOutcome {
  record Completed(Json output) implements StepOutcome {}

  record Failed(String message) implements StepOutcome {}
}
