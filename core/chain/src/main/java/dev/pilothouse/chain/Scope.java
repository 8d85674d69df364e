package dev.pilothouse.chain;

import dev.pilothouse.model.NewEntry;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What expressions see: `event`, under `steps` the outputs of the steps before, under `vars` what
/// was set, and by name what a loop brings along. The event is converted when first asked for, and
/// once.
public final class Scope {
  static final String STEPS = "steps";
  static final String VARIABLES = "vars";

  private static final Map<String, Object> BEFORE_ALL =
      Map.of(STEPS, Map.of(), VARIABLES, Map.of());

  private final LazyEvent event;
  private final Map<String, Object> names;

  private Scope(LazyEvent event, Map<String, Object> names) {
    this.event = event;
    this.names = names;
  }

  /// Before any step was done.
  public static Scope of(NewEntry entry) {
    return new Scope(new LazyEvent(entry), BEFORE_ALL);
  }

  /// The same event, with all that is named beside it.
  Scope with(Map<String, Object> all) {
    return new Scope(event, all);
  }

  /// What expressions may begin with, `event` among them.
  Set<String> names() {
    Set<String> all = new LinkedHashSet<>(names.keySet());
    all.add("event");
    return all;
  }

  public NewEntry entry() {
    return event.entry;
  }

  Map<String, Object> event() {
    return event.fields();
  }

  Optional<Object> find(String name) {
    return name.equals("event")
        ? Optional.of(event.fields())
        : Optional.ofNullable(names.get(name));
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
