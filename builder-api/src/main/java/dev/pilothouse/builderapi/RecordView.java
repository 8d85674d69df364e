package dev.pilothouse.builderapi;

import dev.pilothouse.model.StoredRecord;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A record as it is shown: its fields, and what is kept about it beside them.
final class RecordView {
  private final JsonText json;

  RecordView(JsonMapper mapper) {
    json = new JsonText(mapper);
  }

  ObjectNode of(StoredRecord record) {
    return fields(record)
        .put("version", record.version())
        .put("createdAt", record.createdAt().toString())
        .put("createdBy", record.createdBy())
        .put("changedAt", record.changedAt().toString());
  }

  static String tag(StoredRecord record) {
    return "\"" + record.version() + "\"";
  }

  private ObjectNode fields(StoredRecord record) {
    try {
      return json.read(record.fields().text().getBytes(StandardCharsets.UTF_8)).asObject();
    } catch (JsonText.Malformed malformed) {
      throw new IllegalStateException(malformed);
    }
  }
}
