package dev.pilothouse.model;

/// What may be ordered of a run under way. A run reads its orders between two steps; a cancel also
/// cuts the call under way.
public sealed interface Order {
  record Cancel() implements Order {}

  record Pause() implements Order {}

  record Resume() implements Order {}

  /// Leaves out the step that waits, or that nobody knows the outcome of.
  record Skip(StepKey step) implements Order {}

  /// Ends the wait of a step at once.
  record RetryNow() implements Order {}
}
