package dev.pilothouse.model;

import java.util.Optional;

/// Whom an entry is for, where it is for one automation alone: that one starts on it whatever its
/// triggers say, and no other does.
///
/// @param parent who waits for what becomes of it
public record Address(AutomationId automation, Optional<ParentStep> parent) {

  /// The step of a run that called the automation.
  public record ParentStep(RunId run, StepKey step) {}

  public static Address of(AutomationId automation) {
    return new Address(automation, Optional.empty());
  }
}
