package dev.pilothouse.chain;

import dev.pilothouse.model.NewEntry;
import java.util.List;

/// Says what comes next for one run. The answer depends on the definition, the event and the
/// recorded outcomes, and on nothing else: so a walk may be broken off anywhere and begun again by
/// another process. Keeps converted outputs from one question to the next; for one thread at a
/// time.
public final class Walker {
  private final Definition definition;
  private final Scope event;
  private final OutputCache outputs = new OutputCache();
  private final LoopItems items = new LoopItems();

  public Walker(Definition definition, NewEntry event) {
    this.definition = definition;
    this.event = Scope.of(event);
  }

  /// All that can be done now, in the order of the definition: one thing where the chain goes
  /// straight on, several where it forks, none where all of that is under way.
  public List<Demand> next(Recorded recorded) {
    return next(recorded, Witness.NOBODY);
  }

  /// @param witness of what each step sees that is demanded
  List<Demand> next(Recorded recorded, Witness witness) {
    return new Walk(recorded, outputs, items, witness).through(definition.steps(), event);
  }
}
