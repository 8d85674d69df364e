package dev.pilothouse.chain;

import dev.pilothouse.model.StepKey;

/// Is told of each step that is reached, before it is known what it demands.
@FunctionalInterface
interface Witness {
  Witness NOBODY = (_, _, _) -> {};

  /// @param scope what the step's expressions see
  void sees(Step step, StepKey key, Scope scope);
}
