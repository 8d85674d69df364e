package dev.pilothouse.chain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The types of events that automations can count on. Others are as welcome; only what they carry
/// is not known beforehand.
public final class EventCatalogue {
  private final List<EventType> types;
  private final Map<String, EventType> byName;

  private EventCatalogue(List<EventType> types) {
    this.types = List.copyOf(types);
    byName = types.stream().collect(Collectors.toMap(EventType::name, Function.identity()));
  }

  /// Reads the files beside this class.
  public static EventCatalogue standard() {
    return new EventCatalogue(CatalogueFiles.names().stream().map(CatalogueFiles::type).toList());
  }

  /// What belongs together stands together.
  public List<EventType> all() {
    return types;
  }

  public Optional<EventType> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }
}
