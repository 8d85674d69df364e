package dev.pilothouse.chain;

/// What a `wait` step waits for.
public sealed interface WaitFor {
  record Duration(java.time.Duration time) implements WaitFor {}

  /// @param time a moment such as `2026-12-01T09:00:00Z`, or an expression that gives one
  record Until(Template time) implements WaitFor {}
}
