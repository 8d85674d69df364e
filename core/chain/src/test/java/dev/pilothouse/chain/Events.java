package dev.pilothouse.chain;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// Entries of the journal as tests need them.
final class Events {
  static final TenantId TENANT =
      new TenantId(UUID.fromString("019a0000-0000-7000-8000-000000000001"));
  static final EventId ID = new EventId(UUID.fromString("019a0000-0000-7000-8000-000000000002"));
  static final Instant TIME = Instant.parse("2026-11-20T10:00:00Z");

  private Events() {}

  static NewEntry of(String type) {
    return of(type, "null");
  }

  static NewEntry of(String type, String data) {
    return entry(type, new EventData.Parsed(new Json(data)), Optional.empty(), Optional.empty());
  }

  static NewEntry withBytes(String contentType, String base64) {
    return entry(
        "file.came", new EventData.Raw(contentType, base64), Optional.empty(), Optional.empty());
  }

  static NewEntry ofChange(String before, String after) {
    return entry(
        "crm.deal.updated",
        EventData.NONE,
        Optional.of(new NewEntry.Change(new Json(before), new Json(after))),
        Optional.empty());
  }

  static NewEntry caused(String type) {
    return entry(
        type,
        EventData.NONE,
        Optional.empty(),
        Optional.of(new NewEntry.Cause(EventId.next(), RunId.next(), 1)));
  }

  private static NewEntry entry(
      String type,
      EventData data,
      Optional<NewEntry.Change> change,
      Optional<NewEntry.Cause> cause) {
    CloudEvent event = new CloudEvent("/crm", "17", type, "deal/42", TIME, data);
    return new NewEntry(ID, TENANT, event, change, "key/1", cause);
  }
}
