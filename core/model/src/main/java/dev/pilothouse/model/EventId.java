package dev.pilothouse.model;

import java.util.Optional;
import java.util.UUID;

/// Our own name of an event; the sender's is [CloudEvent#source()] with [CloudEvent#sourceId()].
public record EventId(UUID value) {
  public static EventId next() {
    return new EventId(TimeOrderedId.next());
  }

  /// Empty for text that is no id.
  public static Optional<EventId> parse(String text) {
    return Ids.parse(text).map(EventId::new);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
