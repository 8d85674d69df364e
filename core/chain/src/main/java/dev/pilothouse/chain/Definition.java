package dev.pilothouse.chain;

import dev.pilothouse.model.NewEntry;
import java.util.List;
import java.util.Optional;

/// A chain that was read and checked. Immutable and shared between threads.
///
/// @param concurrency runs that fill this in alike go one after the other
public record Definition(
    String name, List<Trigger> triggers, Optional<Template> concurrency, List<Step> steps) {
  public Definition {
    triggers = List.copyOf(triggers);
    steps = List.copyOf(steps);
  }

  /// Whether any trigger accepts the entry.
  public boolean startsOn(NewEntry entry) {
    return startsOn(Scope.of(entry));
  }

  /// For who asks many definitions about one entry: the entry is converted once.
  public boolean startsOn(Scope scope) {
    return triggers.stream().anyMatch(trigger -> trigger.accepts(scope));
  }

  /// Empty for none. A key that cannot be worked out is none as well: better side by side than not
  /// at all.
  public String concurrencyKey(NewEntry entry) {
    return concurrencyKey(Scope.of(entry));
  }

  public String concurrencyKey(Scope scope) {
    return concurrency.map(key -> keyOf(key, scope)).orElse("");
  }

  private static String keyOf(Template key, Scope scope) {
    try {
      return key.text(scope);
    } catch (ExpressionFailed noKey) {
      return "";
    }
  }
}
