package dev.pilothouse.builderapi;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.spi.Journal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The event that something is tried out with: one of the journal, or one that is made up. Of a
/// made up one only the type is needed, and it may be one that the engine alone writes.
final class TriedEvent {
  private static final String MADE_UP = "dry-run";
  private static final String REQUESTED = "automation.requested";

  private final PastEvent past;
  private final Clock clock;

  TriedEvent(Journal journal, Clock clock) {
    this.past = new PastEvent(journal);
    this.clock = clock;
  }

  /// Empty where something is wrong with it.
  Optional<NewEntry> read(Caller caller, AutomationId automation, JsonNode body, Faults faults) {
    JsonNode event = body.path("event");
    if (body.has("input") == body.has("event")) {
      faults.add(
          "event",
          "Expected either 'event' or 'input', but found "
              + (body.has("event") ? "both." : "neither."),
          "Name an event of the journal by its id, write one, or write the input of somebody who"
              + " starts it by hand.");
      return Optional.empty();
    }
    if (body.has("input") && !body.get("input").isObject()) {
      faults.add(
          "input",
          "Expected an object, but found " + JsonAttributes.kindOf(body.get("input")) + ".");
      return Optional.empty();
    }
    if (body.has("input")) {
      return Optional.of(requested(caller, automation, body.get("input")));
    }
    return event.isString()
        ? past.named(caller, event.stringValue(), faults)
        : madeUp(caller, event, faults.within("event."));
  }

  private NewEntry requested(Caller caller, AutomationId automation, JsonNode input) {
    EventId id = EventId.next();
    CloudEvent event =
        new CloudEvent(
            NewEntry.OURSELVES,
            id.toString(),
            REQUESTED,
            "automation/" + automation,
            clock.instant(),
            data(input));
    return new NewEntry(
            id, caller.tenant(), event, Optional.empty(), caller.actor(), Optional.empty())
        .addressedTo(Address.of(automation));
  }

  private Optional<NewEntry> madeUp(Caller caller, JsonNode event, Faults faults) {
    JsonAttributes attributes = new JsonAttributes(event);
    String type = attributes.text("type", faults);
    if (!event.isObject() || type.isBlank()) {
      faults.add(
          "type",
          "Expected the type of an event, but it is missing.",
          "Write {\"type\": \"crm.deal.won\", \"data\": {…}}.");
      return Optional.empty();
    }
    EventId id = EventId.next();
    String source = orElse(attributes.text("source", faults), MADE_UP);
    String sourceId = source.equals(NewEntry.OURSELVES) ? id.toString() : MADE_UP;
    CloudEvent made =
        new CloudEvent(
            source,
            sourceId,
            type,
            attributes.text("subject", faults),
            time(attributes.text("time", faults), faults),
            data(event.path("data")));
    return Optional.of(
        new NewEntry(id, caller.tenant(), made, change(event), caller.actor(), Optional.empty()));
  }

  private static String orElse(String text, String other) {
    return text.isEmpty() ? other : text;
  }

  private static EventData data(JsonNode data) {
    return data.isMissingNode() || data.isNull()
        ? EventData.NONE
        : new EventData.Parsed(new Json(data.toString()));
  }

  /// With one side of it, the other one is none.
  private static Optional<Change> change(JsonNode event) {
    return event.hasNonNull("before") || event.hasNonNull("after")
        ? Optional.of(new Change(side(event.path("before")), side(event.path("after"))))
        : Optional.empty();
  }

  private static Json side(JsonNode side) {
    return side.isMissingNode() ? Json.NULL : new Json(side.toString());
  }

  private Instant time(String text, Faults faults) {
    if (text.isEmpty()) {
      return clock.instant();
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      faults.add(
          "time",
          "Expected a time with its offset, but found \"" + text + "\".",
          "Write it like 2026-11-20T09:58:00Z, or leave it out.");
      return clock.instant();
    }
  }
}
