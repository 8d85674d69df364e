package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import java.util.Optional;

/// What starts a chain.
public sealed interface Trigger {
  /// An entry of the journal.
  ///
  /// @param event a type such as `crm.deal.won`, all types of a family such as `crm.*`, or `*`:
  ///   every event that came from outside
  record OnEvent(String event, Optional<Expression> when) implements Trigger {
    private static final String ENGINE = "run.";

    public boolean accepts(NewEntry entry) {
      return accepts(Scope.of(entry));
    }

    /// A condition that cannot be worked out is not met: an event that lacks what the condition
    /// asks for is none of this trigger's.
    public boolean accepts(Scope scope) {
      return acceptsType(scope.entry())
          && when.map(condition -> met(condition, scope)).orElse(true);
    }

    /// Our own `run.*` entries are reached only by naming them, so that nothing follows itself by
    /// chance.
    public boolean acceptsType(NewEntry entry) {
      String type = entry.event().type();
      if (type.startsWith(ENGINE) && !event.startsWith(ENGINE)) {
        return false;
      }
      if (event.equals("*")) {
        return entry.cameFromOutside();
      }
      return event.endsWith("*")
          ? type.startsWith(event.substring(0, event.length() - 1))
          : type.equals(event);
    }

    private static boolean met(Expression condition, Scope scope) {
      try {
        return condition.test(scope);
      } catch (ExpressionFailed notMet) {
        return false;
      }
    }
  }

  /// A person who presses a button.
  ///
  /// @param label of the button
  /// @param input JSON Schema of what the person fills in; `event.data` of such a run fits it
  record Manual(String label, Json input) implements Trigger {}

  /// A program with a key, or a `call` step of another chain.
  ///
  /// @param input JSON Schema of what is handed over; `event.data` of such a run fits it
  record Api(Json input) implements Trigger {}
}
