package dev.pilothouse.chain;

import dev.pilothouse.model.AutomationVersion;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// One version's ear on the journal: what it listens to, read without reading what it does. A
/// process that starts must know this of all that is published before it takes events in, and the
/// rest only of what really starts.
///
/// @param to the events of its triggers; it hears what any of them does
/// @param free whether it is plain that whatever starts it has a run at once; else the definition
///   as a whole tells
public record Listening(AutomationVersion version, List<ToEvent> to, boolean free) {
  public Listening {
    to = List.copyOf(to);
  }

  /// @param pattern a type, a family such as `crm.*`, or `*`
  record ToEvent(String pattern, Condition condition) {}

  /// Reads versions, and lets those with equal conditions share them. Thread-safe.
  public static final class Reader {
    private final Conditions conditions = new Conditions();

    /// What it cannot read is passed by: the definition was checked before it was published, so
    /// this is of a newer version of this software, and is told of when the definition as a whole
    /// is read.
    public Listening read(AutomationVersion version) {
      JsonNode whole = JsonText.parse(version.definition());
      return new Listening(version, toEvents(whole.path("on")), isFree(whole));
    }

    /// A name that this version does not know may be one more thing that stands between.
    private static boolean isFree(JsonNode whole) {
      return whole.propertyNames().stream()
          .allMatch(
              name -> Names.OF_DEFINITION.contains(name) && !Names.OF_ADMISSION.contains(name));
    }

    private List<ToEvent> toEvents(JsonNode triggers) {
      return triggers.valueStream().flatMap(trigger -> toEvent(trigger).stream()).toList();
    }

    private Optional<ToEvent> toEvent(JsonNode trigger) {
      return text(trigger, "event").map(pattern -> new ToEvent(pattern, condition(trigger)));
    }

    private Condition condition(JsonNode trigger) {
      return text(trigger, "when").map(conditions::of).orElse(Condition.NONE);
    }

    private static Optional<String> text(JsonNode trigger, String key) {
      return Optional.ofNullable(trigger.get(key))
          .filter(JsonNode::isString)
          .map(JsonNode::stringValue);
    }
  }
}
