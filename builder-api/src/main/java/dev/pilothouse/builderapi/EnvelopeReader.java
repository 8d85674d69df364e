package dev.pilothouse.builderapi;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.OwnEventTypes;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Reads the attributes of CloudEvents 1.0 and tells all that is wrong with them. Extension
/// attributes are allowed and left out.
final class EnvelopeReader {
  private static final int LONGEST_ATTRIBUTE = 1_000;
  private static final int LAST_YEAR = 9_999;

  private final Clock clock;

  EnvelopeReader(Clock clock) {
    this.clock = clock;
  }

  CloudEvent read(Attributes attributes, EventData data, Faults faults) {
    requireVersion(attributes, faults);
    String id = required(attributes, "id", faults);
    String source = required(attributes, "source", faults);
    String type = required(attributes, "type", faults);
    refuseOurOwn(type, faults);
    String subject = checked(attributes, "subject", faults);
    return new CloudEvent(source, id, type, subject, time(attributes, faults), data);
  }

  private static void requireVersion(Attributes attributes, Faults faults) {
    String found = attributes.text("specversion", faults);
    if (!found.equals("1.0") && !faults.isKnown("specversion")) {
      faults.add(
          "specversion",
          found.isEmpty()
              ? "Expected \"1.0\", but it is missing."
              : "Expected \"1.0\", but found \"" + found + "\".",
          "Only CloudEvents of version 1.0 are read.");
    }
  }

  private static String required(Attributes attributes, String name, Faults faults) {
    String text = checked(attributes, name, faults);
    if (text.isBlank() && !faults.isKnown(name)) {
      faults.add(name, "Expected a text, but it is missing or empty.", purpose(name));
    }
    return text;
  }

  private static String purpose(String name) {
    return switch (name) {
      case "id" -> "The same id from the same source is the same event, and is taken once.";
      case "source" -> "It names what sends the event, such as https://crm.example.";
      default -> "It names what happened, such as crm.deal.won.";
    };
  }

  private static void refuseOurOwn(String type, Faults faults) {
    if (OwnEventTypes.include(type)) {
      faults.add(
          "type",
          "Expected a type of the sender's own, but found '" + type + "'.",
          "Such events are written by Pilothouse alone; docs/event-types.md tells which these are.");
    }
  }

  private static String checked(Attributes attributes, String name, Faults faults) {
    String text = attributes.text(name, faults);
    if (text.length() > LONGEST_ATTRIBUTE) {
      faults.add(
          name,
          "Expected at most " + LONGEST_ATTRIBUTE + " characters, but found " + text.length() + ".",
          "Put what is long into the data.");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      faults.add(name, "Expected no control characters, but found one.", "Leave it out.");
    } else {
      StorableText.unfitIn(text).ifPresent(unfit -> faults.add(name, unfit.message()));
    }
    return text;
  }

  private Instant time(Attributes attributes, Faults faults) {
    String text = checked(attributes, "time", faults);
    if (text.isEmpty() || faults.isKnown("time")) {
      return clock.instant();
    }
    Optional<Instant> time = time(text);
    if (time.isEmpty()) {
      faults.add(
          "time",
          "Expected a time with its offset, but found \"" + text + "\".",
          "Write it like 2026-11-20T09:58:00Z, or leave it out.");
    }
    return time.orElseGet(clock::instant);
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text))
          .filter(time -> time.getYear() >= 1 && time.getYear() <= LAST_YEAR)
          .map(OffsetDateTime::toInstant);
    } catch (DateTimeParseException notATime) {
      return Optional.empty();
    }
  }
}
