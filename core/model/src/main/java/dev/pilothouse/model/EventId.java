package dev.pilothouse.model;

import java.util.UUID;

/// Our own name of an event; the sender's is [CloudEvent#source()] with [CloudEvent#sourceId()].
public record EventId(UUID value) {
  public static EventId next() {
    return new EventId(TimeOrderedId.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
