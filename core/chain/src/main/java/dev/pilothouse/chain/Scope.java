package dev.pilothouse.chain;

import dev.pilothouse.model.NewEntry;
import java.util.Map;
import java.util.Optional;

/// What expressions see: `event`, and under `steps` the outputs of the steps before. The event is
/// converted when first asked for, and once.
public final class Scope {
  private final LazyEvent event;
  private final Map<String, Object> steps;

  private Scope(LazyEvent event, Map<String, Object> steps) {
    this.event = event;
    this.steps = steps;
  }

  /// Before any step was done.
  public static Scope of(NewEntry entry) {
    return new Scope(new LazyEvent(entry), Map.of());
  }

  /// The same event, further on.
  Scope after(Map<String, Object> steps) {
    return new Scope(event, steps);
  }

  NewEntry entry() {
    return event.entry;
  }

  Optional<Object> find(String name) {
    return switch (name) {
      case "event" -> Optional.of(event.fields());
      case "steps" -> Optional.of(steps);
      default -> Optional.empty();
    };
  }

  private static final class LazyEvent {
    private final NewEntry entry;
    private volatile Map<String, Object> fields = Map.of();

    LazyEvent(NewEntry entry) {
      this.entry = entry;
    }

    // Two threads may both convert: they get equal values, and neither waits for the other.
    Map<String, Object> fields() {
      if (fields.isEmpty()) {
        fields = EventFields.of(entry);
      }
      return fields;
    }
  }
}
