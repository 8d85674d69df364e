package dev.pilothouse.chain;

import static java.util.stream.Collectors.joining;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What a version's triggers make of an event, told on demand: both never change, so the answer is
/// the same whenever it is asked for.
public sealed interface Heard {
  /// One of its triggers accepts the event.
  record Met() implements Heard {}

  /// @param triggers those that listen to events of this type
  record NotMet(List<Unmet> triggers) implements Heard {
    public NotMet {
      triggers = List.copyOf(triggers);
    }
  }

  /// A trigger whose condition the event does not meet.
  ///
  /// @param event the type or family that it listens to
  /// @param when its condition as it stands in the definition
  record Unmet(String event, String when, ConditionExplained why) {}

  /// None of its triggers listens to events of this type.
  ///
  /// @param sentence what it listens to instead
  record OtherType(String sentence) implements Heard {}

  static Heard by(AutomationVersion version, NewEntry entry) {
    List<Written> all = Written.of(version);
    List<Written> ofType = all.stream().filter(it -> it.accepts(entry)).toList();
    if (ofType.isEmpty()) {
      return new OtherType(Written.otherType(all, entry));
    }
    List<Unmet> notMet = ofType.stream().flatMap(it -> it.unmet(entry).stream()).toList();
    return notMet.size() < ofType.size() ? new Met() : new NotMet(notMet);
  }

  /// A trigger as it stands in the definition.
  record Written(String pattern, String when) {
    private static List<Written> of(AutomationVersion version) {
      return JsonText.parse(version.definition())
          .path("on")
          .valueStream()
          .filter(trigger -> trigger.path("event").isString())
          .map(Written::of)
          .toList();
    }

    private static Written of(JsonNode trigger) {
      return new Written(
          trigger.path("event").stringValue(), trigger.path("when").asString("true"));
    }

    private boolean accepts(NewEntry entry) {
      return new Trigger.OnEvent(pattern, Optional.empty()).acceptsType(entry);
    }

    private Optional<Unmet> unmet(NewEntry entry) {
      return ConditionExplained.of(when, entry).map(why -> new Unmet(pattern, when, why));
    }

    private static String otherType(List<Written> all, NewEntry entry) {
      if (all.isEmpty()) {
        return "No event starts it: people or programs do.";
      }
      String patterns = all.stream().map(Written::pattern).distinct().collect(joining(", "));
      return patterns.contains("*") && !entry.cameFromOutside()
          ? "It listens to %s, and this is %s, written by %s."
              .formatted(patterns, entry.event().type(), entry.actor())
          : "It listens to %s, and this is %s.".formatted(patterns, entry.event().type());
    }
  }
}
