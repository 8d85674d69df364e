package dev.pilothouse.model;

import dev.pilothouse.model.Address.ParentStep;
import java.util.Optional;

/// Which other runs a run comes from.
///
/// @param parent the step that called it
/// @param cause the run that wrote the entry this one is for, be it by a call or by a change
/// @param rerun what was done again
public record RunOrigin(Optional<ParentStep> parent, Optional<RunId> cause, Optional<Rerun> rerun) {
  /// For what came from outside.
  public static final RunOrigin OUTSIDE =
      new RunOrigin(Optional.empty(), Optional.empty(), Optional.empty());

  /// @param from the step that is done again first, with all before it kept; empty for the whole
  /// @param request the entry that tells who asked for it
  public record Rerun(RunId of, Optional<StepKey> from, EventId request) {}
}
