package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ListOf;
import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What steps hand on, by their kind, and what actions take.
final class OutputTypes {
  /// As expressions of an `on_error` see it.
  static final ObjectOf ERROR = texts("code", "kind", "message", "step");

  /// What a step that failed hands on where the chain goes on all the same.
  static final ObjectOf OF_FAILED = ObjectOf.EMPTY.with("error", new Property(ERROR, true));

  static final ObjectOf OF_IF = texts("branch");
  static final ObjectOf OF_SWITCH =
      texts("value").with("case", new Property(Simple.TEXT.or(Simple.NOTHING), true));
  static final ObjectOf OF_PARALLEL =
      ObjectOf.EMPTY.with("done", new Property(new ListOf(Simple.TEXT), true));
  static final ObjectOf OF_STOP =
      texts("as", "reason").with("output", new Property(Simple.ANY, false));

  private static final String SAME_AS = "x-same-as";

  private final ActionCatalogue actions;
  private final EventVariable events;

  OutputTypes(ActionCatalogue actions, EventVariable events) {
    this.actions = actions;
    this.events = events;
  }

  /// An action may hand on what it was given.
  ///
  /// @param input as it is written, filled in
  ValueType of(Step.Do step, ValueType input) {
    Optional<JsonNode> schema = actions.outputSchema(step.action()).map(JsonText::parse);
    return schema
        .map(it -> it.path(SAME_AS).asString("").equals("input") ? input : SchemaType.of(it))
        .orElse(Simple.ANY);
  }

  /// By the action of this step as its `with`.
  ValueType taken(Step.Do step) {
    return actions.inputSchema(step.action()).<ValueType>map(SchemaType::of).orElse(Simple.ANY);
  }

  ValueType ofLoop(Optional<ValueType> collected) {
    ObjectOf counts =
        ObjectOf.EMPTY
            .with("count", new Property(Simple.WHOLE, true))
            .with("failed", new Property(Simple.WHOLE, true));
    return collected
        .map(type -> counts.with("results", new Property(new ListOf(type), true)))
        .orElse(counts);
  }

  ValueType of(WaitFor waitFor) {
    return switch (waitFor) {
      case WaitFor.Duration _, WaitFor.Until _ -> texts("waited_until");
      case WaitFor.Event event ->
          ObjectOf.EMPTY
              .with("arrived", new Property(Simple.YES_NO, true))
              .with("event", new Property(AsJson.of(events.ofType(event.type())), false));
    };
  }

  ValueType of(Step.Call step) {
    return step.limit().isEmpty()
        ? texts("run")
        : texts("run", "automation", "state", "reason")
            .with("output", new Property(Simple.ANY, true));
  }

  private static ObjectOf texts(String... names) {
    ObjectOf object = ObjectOf.EMPTY;
    for (String name : names) {
      object = object.with(name, new Property(Simple.TEXT, true));
    }
    return object;
  }
}
