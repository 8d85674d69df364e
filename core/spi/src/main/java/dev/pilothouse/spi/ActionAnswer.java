package dev.pilothouse.spi;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import java.time.Duration;
import java.util.Optional;

/// How a call ended, as far as the action can know.
public sealed interface ActionAnswer {
  record Done(Json output) implements ActionAnswer {}

  /// Trying again cannot help.
  record Failed(StepError error) implements ActionAnswer {}

  /// Trying again may help; whether it is allowed depends on the effect class and on what is known.
  ///
  /// @param after as the other side asked; empty for the usual back-off
  record TryAgain(StepError error, Acted acted, Optional<Duration> after) implements ActionAnswer {}

  /// What is known of a call that did not succeed.
  enum Acted {
    /// It certainly did not act: nothing listened, or it said "later" before it looked.
    NO,
    /// It answered, and the answer is a failure.
    ANSWERED,
    /// No answer came: it may have acted.
    MAYBE
  }
}
