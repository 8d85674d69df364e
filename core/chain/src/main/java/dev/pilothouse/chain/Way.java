package dev.pilothouse.chain;

import dev.pilothouse.model.StepError;

/// How a walk comes past a step, or past a list of steps.
sealed interface Way {
  Way THROUGH = new Through();
  Way OPEN = new Open();

  /// All of it is behind.
  record Through() implements Way {}

  /// Something of it is demanded, or under way.
  record Open() implements Way {}

  /// It failed, and nothing in it took care of that.
  ///
  /// @param where for people: which step, in which branch or turn
  record Failed(StepError error, String where) implements Way {}

  /// The run ends here.
  record End(Demand.End end) implements Way {}
}
