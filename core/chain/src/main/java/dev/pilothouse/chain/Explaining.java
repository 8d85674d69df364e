package dev.pilothouse.chain;

import static java.util.stream.Collectors.joining;

import dev.pilothouse.chain.ConditionExplained.Seen;
import dev.pilothouse.model.NewEntry;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Takes a condition apart for one event and looks for the first part that does not hold.
final class Explaining {
  private final Scope scope;
  private final SeenValues values;

  Explaining(NewEntry entry) {
    this(Scope.of(entry));
  }

  /// At any place of a chain.
  Explaining(Scope scope) {
    this.scope = scope;
    values = new SeenValues(scope);
  }

  /// Why it is met or is not, for people.
  String inWords(String condition) {
    return explain(condition)
        .map(ConditionExplained::sentence)
        .orElseGet(() -> explained(condition, new Outcome.Holds()).sentence());
  }

  Optional<ConditionExplained> explain(String condition) {
    List<String> all = TopLevel.allOf(condition);
    return all.size() == 1
        ? explainOne(all.getFirst())
        : all.stream().flatMap(part -> explain(part).stream()).findFirst();
  }

  private Optional<ConditionExplained> explainOne(String part) {
    Outcome outcome = outcome(part);
    if (outcome instanceof Outcome.Holds) {
      return Optional.empty();
    }
    List<String> any = TopLevel.anyOf(part);
    return Optional.of(any.size() > 1 ? noneOf(part, any) : explained(part, outcome));
  }

  private ConditionExplained noneOf(String part, List<String> any) {
    List<ConditionExplained> each = any.stream().flatMap(it -> explain(it).stream()).toList();
    return new ConditionExplained(
        part,
        each.stream().flatMap(it -> it.saw().stream()).distinct().toList(),
        "None of these holds: "
            + each.stream().map(it -> withoutFullStop(it.sentence())).collect(joining("; "))
            + ".");
  }

  private ConditionExplained explained(String part, Outcome outcome) {
    List<Seen> saw = values.of(part);
    return new ConditionExplained(
        part, saw, CelMistakes.quoted(part) + said(outcome, saw) + whatItSaw(saw) + ".");
  }

  private static String said(Outcome outcome, List<Seen> saw) {
    return switch (outcome) {
      case Outcome.Holds _ -> " is true";
      case Outcome.DoesNot _ -> " is false";
      case Outcome.Fails(String reason) ->
          saw.stream().anyMatch(it -> it.value().isEmpty())
              ? " cannot be told"
              : " cannot be told: " + withoutFullStop(reason);
    };
  }

  /// Where all of it came from one place, that is said once.
  private static String whatItSaw(List<Seen> saw) {
    if (saw.isEmpty()) {
      return "";
    }
    boolean one = saw.stream().map(Seen::from).distinct().count() == 1;
    return ": "
        + saw.stream().map(it -> it(it) + (one ? "" : from(it))).collect(joining(", "))
        + (one ? from(saw.getFirst()) : "");
  }

  private static String it(Seen seen) {
    return seen.value()
        .map(value -> seen.path() + " was " + Shown.shortened(value.text()))
        .orElse("there is no " + seen.path());
  }

  private static String from(Seen seen) {
    return " (" + seen.from() + ")";
  }

  private static String withoutFullStop(String sentence) {
    return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
  }

  private Outcome outcome(String part) {
    try {
      return Expression.compile(part, locals()).test(scope)
          ? new Outcome.Holds()
          : new Outcome.DoesNot();
    } catch (ExpressionFailed failed) {
      return new Outcome.Fails(failed.reason());
    } catch (ExpressionMistakes ofAnotherVersion) {
      return new Outcome.Fails("this version of the software cannot read it");
    }
  }

  private Set<String> locals() {
    Set<String> locals = new LinkedHashSet<>(scope.names());
    locals.removeAll(Set.of("event", Scope.STEPS, Scope.VARIABLES));
    return locals;
  }

  private sealed interface Outcome {
    record Holds() implements Outcome {}

    record DoesNot() implements Outcome {}

    record Fails(String reason) implements Outcome {}
  }
}
