package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;
import java.util.Set;

/// What an earlier run says about walking a chain anew from one of its steps on: which outcomes can
/// be kept as they are, or why none can honestly be.
public sealed interface Rewalk {
  /// @param kept the steps before it, with all that stand within them
  record From(StepKey step, Set<StepKey> kept) implements Rewalk {
    public From {
      kept = Set.copyOf(kept);
    }
  }

  /// @param sentence what was expected, what was found, and what to do
  record Impossible(String sentence) implements Rewalk {}

  /// @param step as a person names it
  static Rewalk of(Definition definition, String step) {
    return new StepsBefore(definition.steps(), step).rewalk();
  }
}
