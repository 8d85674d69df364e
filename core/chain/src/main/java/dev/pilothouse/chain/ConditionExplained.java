package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import java.util.List;
import java.util.Optional;

/// Why a condition was not met by an event: the first part of it that did not hold, in its author's
/// words, and what that part saw.
///
/// @param part of the condition
/// @param saw the places in the event that the part looks at
/// @param sentence all of it, for people
public record ConditionExplained(String part, List<Seen> saw, String sentence) {
  public ConditionExplained {
    saw = List.copyOf(saw);
  }

  /// @param path as an author would write it, such as `event.data.stage`
  /// @param value empty where the event has no such place
  /// @param from where the value came from, in words
  public record Seen(String path, Optional<Json> value, String from) {}

  /// Whether the condition is met, and why.
  public static String inWords(Expression condition, NewEntry entry) {
    return new Explaining(entry).inWords(condition.text());
  }

  /// Empty where the condition is met.
  static Optional<ConditionExplained> of(String condition, NewEntry entry) {
    return new Explaining(entry).explain(condition);
  }
}
