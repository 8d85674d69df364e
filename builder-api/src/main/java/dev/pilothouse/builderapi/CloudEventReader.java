package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.RefusedException.Fault;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Json;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a CloudEvents 1.0 envelope in structured JSON and tells all that is wrong with it at once.
final class CloudEventReader {
  private static final int LONGEST_ATTRIBUTE = 1_000;

  /// The escape itself, and not a backslash that is escaped before those letters.
  private static final Pattern NUL = Pattern.compile("(?<!\\\\)(\\\\\\\\)*\\\\u0000");

  private final JsonMapper json;
  private final Clock clock;

  CloudEventReader(JsonMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  CloudEvent read(byte[] body) {
    JsonNode envelope = parsed(body);
    List<Fault> faults = new ArrayList<>();
    requireVersion(envelope, faults);
    String id = required(envelope, "id", faults);
    String source = required(envelope, "source", faults);
    String type = required(envelope, "type", faults);
    String subject = optional(envelope, "subject", faults);
    Instant time = time(envelope, faults);
    Json data = data(envelope, faults);
    if (!faults.isEmpty()) {
      throw RefusedException.with("This is no CloudEvent of version 1.0.", faults);
    }
    return new CloudEvent(source, id, type, subject, time, data);
  }

  private JsonNode parsed(byte[] body) {
    try {
      JsonNode envelope = json.readTree(body);
      if (!envelope.isObject()) {
        throw RefusedException.because(
            HttpStatus.BAD_REQUEST, "Expected a JSON object with the event, but found none.");
      }
      return envelope;
    } catch (JacksonException malformed) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "The event is not well-formed JSON: line "
              + malformed.getLocation().getLineNr()
              + ", column "
              + malformed.getLocation().getColumnNr()
              + ".");
    }
  }

  private static void requireVersion(JsonNode envelope, List<Fault> faults) {
    String found = envelope.path("specversion").asString("");
    if (!found.equals("1.0")) {
      faults.add(new Fault("specversion", "Expected \"1.0\", but found \"" + found + "\"."));
    }
  }

  private static String required(JsonNode envelope, String name, List<Fault> faults) {
    String text = optional(envelope, name, faults);
    if (text.isBlank() && faults.stream().noneMatch(fault -> fault.path().equals(name))) {
      faults.add(new Fault(name, "Expected a text, but it is missing or empty."));
    }
    return text;
  }

  private static String optional(JsonNode envelope, String name, List<Fault> faults) {
    JsonNode node = envelope.path(name);
    if (node.isMissingNode() || node.isNull()) {
      return "";
    }
    if (!node.isString()) {
      faults.add(new Fault(name, "Expected a text, but found " + node.getNodeType() + "."));
      return "";
    }
    return checked(name, node.asString(), faults);
  }

  private static String checked(String name, String text, List<Fault> faults) {
    if (text.length() > LONGEST_ATTRIBUTE) {
      faults.add(
          new Fault(
              name,
              "Expected at most "
                  + LONGEST_ATTRIBUTE
                  + " characters, but found "
                  + text.length()
                  + "."));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      faults.add(new Fault(name, "Expected no control characters, but found one."));
    }
    return text;
  }

  private Instant time(JsonNode envelope, List<Fault> faults) {
    String text = optional(envelope, "time", faults);
    if (text.isEmpty()) {
      return clock.instant();
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException notATime) {
      faults.add(
          new Fault(
              "time", "Expected a time like 2026-11-20T09:58:00Z, but found \"" + text + "\"."));
      return Instant.EPOCH;
    }
  }

  private static Json data(JsonNode envelope, List<Fault> faults) {
    if (envelope.has("data_base64")) {
      faults.add(new Fault("data_base64", "Bytes are not taken yet; send JSON in \"data\"."));
    }
    String text = envelope.path("data").toString();
    if (NUL.matcher(text).find()) {
      faults.add(new Fault("data", "The character \\u0000 cannot be stored; leave it out."));
    }
    return text.isEmpty() ? Json.NULL : new Json(text);
  }
}
