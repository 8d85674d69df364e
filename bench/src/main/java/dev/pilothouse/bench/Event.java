package dev.pilothouse.bench;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import java.time.Instant;
import java.util.UUID;

/// An event as a sender names it: the same id again is the same event.
///
/// @param n a number that the chains decide by
record Event(String id, String type, int n) {
  private static final String SOURCE = "bench";

  static Event fresh(String type, int n) {
    return new Event(UUID.randomUUID().toString(), type, n);
  }

  String json() {
    return """
    {"specversion": "1.0", "id": "%s", "source": "%s", "type": "%s", "subject": "%s", \
    "data": %s}\
    """
        .formatted(id, SOURCE, type, subject(), data());
  }

  CloudEvent cloudEvent() {
    return new CloudEvent(
        SOURCE, id, type, subject(), Instant.now(), new EventData.Parsed(new Json(data())));
  }

  private String subject() {
    return "thing/" + id;
  }

  private String data() {
    return "{\"n\": %d}".formatted(n);
  }
}
