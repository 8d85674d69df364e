package dev.pilothouse.model;

/// How one step of a run ended. Recorded once; a later walk reads it instead of doing the step
/// again.
public sealed interface StepOutcome {
  record Completed(Json output) implements StepOutcome {}

  record Failed(StepError error) implements StepOutcome {}

  /// A person, or the walk itself, left the step out.
  record Skipped(String reason) implements StepOutcome {}

  /// The effect was sent or may have been, and nobody knows whether it happened. A person's word or
  /// a late answer replaces this outcome; nothing else ever does.
  record Unknown(String reason) implements StepOutcome {}
}
