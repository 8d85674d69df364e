package dev.pilothouse.chain;

import dev.pilothouse.chain.ValueType.ObjectOf;
import dev.pilothouse.chain.ValueType.Others;
import dev.pilothouse.chain.ValueType.Property;
import dev.pilothouse.chain.ValueType.Simple;
import dev.pilothouse.model.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What `event` is in the expressions of a chain, by what starts it.
final class EventVariable {
  private static final String ENGINE = "run.";

  private final EventCatalogue catalogue;

  EventVariable(EventCatalogue catalogue) {
    this.catalogue = catalogue;
  }

  ValueType of(Trigger trigger) {
    return switch (trigger) {
      case Trigger.OnEvent(String event, _) -> ofType(event);
      case Trigger.Manual(_, Json input) -> ofInput(input);
      case Trigger.Api(Json input) -> ofInput(input);
    };
  }

  /// Of a type that nobody has declared, nothing is known; nor of a family, since others may come
  /// to it. What begins with `run.` is our own, and all of it is declared.
  ValueType ofType(String type) {
    if (type.startsWith(ENGINE) && type.endsWith("*")) {
      return TypeUnion.of(family(type).map(this::declared).toList());
    }
    return catalogue.named(type).map(this::declared).orElseGet(EventVariable::unknown);
  }

  private Stream<EventType> family(String pattern) {
    String beginning = pattern.substring(0, pattern.length() - 1);
    return catalogue.all().stream().filter(type -> type.name().startsWith(beginning));
  }

  static ValueType unknown() {
    return of(Simple.ANY, Simple.ANY, Simple.ANY);
  }

  private static ValueType ofInput(Json input) {
    return of(SchemaType.of(input), Simple.NOTHING, Simple.NOTHING);
  }

  private ValueType declared(EventType type) {
    Others undeclared = type.name().startsWith(ENGINE) ? new Others.None() : new Others.Strays();
    return of(
        SchemaType.of(JsonText.parse(type.data()), undeclared),
        changed(type.change().map(EventType.Change::before), undeclared),
        changed(type.change().map(EventType.Change::after), undeclared));
  }

  /// From outside no event has either.
  private static ValueType changed(Optional<Json> schema, Others undeclared) {
    return schema
        .map(it -> SchemaType.of(JsonText.parse(it), undeclared).or(Simple.NOTHING))
        .orElse(Simple.NOTHING);
  }

  private static ValueType of(ValueType data, ValueType before, ValueType after) {
    ObjectOf event = ObjectOf.EMPTY;
    for (String name : List.of("id", "source", "source_id", "type", "subject")) {
      event = event.with(name, new Property(Simple.TEXT, true));
    }
    return event
        .with("time", new Property(Simple.TIME, true))
        .with("data", new Property(data, true))
        .with("before", new Property(before, true))
        .with("after", new Property(after, true))
        .with("actor", new Property(Simple.TEXT, true));
  }
}
