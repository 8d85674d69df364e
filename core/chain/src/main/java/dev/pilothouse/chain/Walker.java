package dev.pilothouse.chain;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.util.Map;

/// Says what comes next for one run. The answer depends on the definition, the event and the
/// recorded outcomes, and on nothing else: so a walk may be broken off anywhere and begun again by
/// another process. Keeps converted outputs from one question to the next; for one thread at a
/// time.
public final class Walker {
  private final Definition definition;
  private final Scope event;
  private final OutputCache outputs = new OutputCache();

  public Walker(Definition definition, NewEntry event) {
    this.definition = definition;
    this.event = Scope.of(event);
  }

  /// @param outcomes what was recorded of this run so far, in any order
  public Demand next(Map<StepKey, StepOutcome> outcomes) {
    return new Walk(event, outcomes, outputs).through(definition.steps());
  }
}
