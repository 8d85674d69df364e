package dev.pilothouse.chain;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An entry as expressions see it. The place in the journal is left out: it is not known while the
/// entry is matched, and a plan must not depend on it.
final class EventFields {
  static final List<String> NAMES =
      List.of(
          "id",
          "source",
          "source_id",
          "type",
          "subject",
          "time",
          "data",
          "before",
          "after",
          "actor");

  private EventFields() {}

  static Map<String, Object> of(NewEntry entry) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("id", entry.id().toString());
    fields.put("source", entry.event().source());
    fields.put("source_id", entry.event().sourceId());
    fields.put("type", entry.event().type());
    fields.put("subject", entry.event().subject());
    fields.put("time", entry.event().time());
    fields.put("data", data(entry.event().data()));
    fields.put("before", CelValues.of(entry.change().map(NewEntry.Change::before)));
    fields.put("after", CelValues.of(entry.change().map(NewEntry.Change::after)));
    fields.put("actor", entry.actor());
    return fields;
  }

  private static Object data(EventData data) {
    return switch (data) {
      case EventData.Parsed(Json json) -> CelValues.of(json);
      case EventData.Raw(String contentType, String base64) ->
          CelMap.of("content_type", contentType, "base64", base64);
    };
  }
}
