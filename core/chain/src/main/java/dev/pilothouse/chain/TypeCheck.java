package dev.pilothouse.chain;

import dev.pilothouse.chain.Typing.Where;
import dev.pilothouse.chain.ValueType.ObjectOf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Holds every expression of a definition against what the event and earlier steps will hold. What
/// passes without errors and warnings never fails in a run for a missing name or a wrong kind of
/// value, where the events fit their schemas and no person skips a step. Of what nobody has
/// declared it knows nothing, and says nothing.
public final class TypeCheck {
  /// Told of what is found.
  interface Sink {
    /// @param offset of the words in the text at the problem's path
    void found(Problem problem, int offset);
  }

  static final String EVENT = "event";

  private final EventCatalogue catalogue;
  private final EventVariable events;
  private final ActionCatalogue actions;

  public TypeCheck(EventCatalogue catalogue, ActionCatalogue actions) {
    this.catalogue = catalogue;
    events = new EventVariable(catalogue);
    this.actions = actions;
  }

  /// Errors and warnings, for a definition that was read without errors.
  public List<Problem> check(Definition definition) {
    List<Problem> problems = new ArrayList<>();
    check(definition, SeenEvents.NONE, (problem, _) -> problems.add(problem));
    return problems;
  }

  void check(Definition definition, SeenEvents seen, Sink sink) {
    FieldHints hints = FieldHints.of(definition.triggers(), catalogue, seen);
    Typing typing = new Typing(sink, hints);
    TypeScope begun = scope(started(definition.triggers(), seen, typing));
    keys(definition.admission(), begun, typing);
    var _ =
        new StepTyping(typing, new OutputTypes(actions, events))
            .through(definition.steps(), StepTyping.STEPS, begun);
  }

  private static TypeScope scope(ValueType event) {
    Map<String, ValueType> variables = new LinkedHashMap<>();
    variables.put(EVENT, event);
    variables.put(StepTyping.STEPS, ObjectOf.EMPTY);
    variables.put(StepTyping.VARIABLES, ObjectOf.EMPTY);
    return TypeScope.of(variables);
  }

  /// With several triggers a field is certain only where each of them brings it along.
  private ValueType started(List<Trigger> triggers, SeenEvents seen, Typing typing) {
    List<ValueType> ways = new ArrayList<>();
    for (int i = 0; i < triggers.size(); i++) {
      Trigger trigger = triggers.get(i);
      FieldHints ofThis = FieldHints.of(List.of(trigger), catalogue, seen);
      ways.add(started(trigger, "on[" + i + "].when", typing.with(ofThis)));
    }
    return ways.isEmpty() ? EventVariable.unknown() : TypeUnion.of(ways);
  }

  /// A condition that cannot be worked out is not met; one that was met has shown what is there.
  private ValueType started(Trigger trigger, String path, Typing typing) {
    ValueType event = events.of(trigger);
    return condition(trigger)
        .map(condition -> {
          TypeScope scope = scope(event);
          typing.condition(condition, Where.forgiving(path, scope));
          return scope.given(Facts.whenTrue(condition.tree().getExpr())).find(EVENT).orElse(event);
        })
        .findFirst()
        .orElse(event);
  }

  private static Stream<Expression> condition(Trigger trigger) {
    return trigger instanceof Trigger.OnEvent(_, var when) ? when.stream() : Stream.empty();
  }

  /// A key that cannot be worked out is none.
  private static void keys(Admission admission, TypeScope scope, Typing typing) {
    admission.concurrency().ifPresent(it -> key(it.key(), "concurrency.key", scope, typing));
    admission
        .throttle()
        .flatMap(Admission.Throttle::key)
        .ifPresent(it -> key(it, "throttle.key", scope, typing));
    admission.dedupe().ifPresent(it -> key(it.key(), "dedupe.key", scope, typing));
  }

  private static void key(Template key, String path, TypeScope scope, Typing typing) {
    var _ = typing.template(key, Where.forgiving(path, scope));
  }
}
