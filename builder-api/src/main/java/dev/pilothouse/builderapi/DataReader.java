package dev.pilothouse.builderapi;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// Reads what an event carries: JSON is parsed once, here; all else is kept as the bytes it is.
final class DataReader {
  private static final String BASE64 = "data_base64";

  private final JsonText json;
  private final EventLimits limits;

  DataReader(JsonText json, EventLimits limits) {
    this.json = json;
    this.limits = limits;
  }

  /// Of a body beside `ce-` headers.
  EventData ofBody(Delivery delivery, Faults faults) {
    String named = delivery.contentTypeText();
    if (!named.isEmpty() && delivery.contentType().isEmpty()) {
      faults.add("datacontenttype", "Expected a content type, but found '" + named + "'.");
      return EventData.NONE;
    }
    return ofBytes(
        delivery.body(), delivery.contentType().orElse(ContentType.BYTES), "data", faults);
  }

  /// Of the members `data` or `data_base64`.
  EventData ofMembers(JsonNode envelope, Faults faults) {
    boolean hasBytes = envelope.hasNonNull(BASE64);
    if (hasBytes && envelope.has("data")) {
      faults.add(BASE64, "Expected either 'data' or 'data_base64', but found both.");
      return EventData.NONE;
    }
    Optional<ContentType> type = contentType(envelope, faults);
    return hasBytes
        ? ofBase64(envelope, type.orElse(ContentType.BYTES), faults)
        : ofNode(envelope.path("data"), type.orElse(ContentType.JSON), faults);
  }

  private static Optional<ContentType> contentType(JsonNode envelope, Faults faults) {
    String text = new JsonAttributes(envelope).text("datacontenttype", faults);
    Optional<ContentType> type = ContentType.parse(text);
    if (type.isEmpty() && !text.isEmpty()) {
      faults.add(
          "datacontenttype",
          "Expected a content type, but found '" + text + "'.",
          "Write it like application/json.");
    }
    return type;
  }

  private EventData ofBase64(JsonNode envelope, ContentType type, Faults faults) {
    String text = new JsonAttributes(envelope).text(BASE64, faults);
    try {
      return ofBytes(Base64.getDecoder().decode(text), type, BASE64, faults);
    } catch (IllegalArgumentException notBase64) {
      faults.add(
          BASE64,
          "Expected base64, but found something else.",
          "Use the letters A-Z, a-z, 0-9, + and /, padded with =, without line breaks.");
      return EventData.NONE;
    }
  }

  private EventData ofNode(JsonNode data, ContentType type, Faults faults) {
    if (data.isMissingNode() || data.isNull()) {
      return EventData.NONE;
    }
    if (type.isJson()) {
      return parsed(data, "data", faults);
    }
    if (!data.isString()) {
      faults.add(
          "data",
          "Expected a text, since 'datacontenttype' is '"
              + type.text()
              + "', but found "
              + JsonAttributes.kindOf(data)
              + ".",
          "Leave 'datacontenttype' out for JSON, or send the bytes in 'data_base64'.");
      return EventData.NONE;
    }
    return raw(data.asString().getBytes(StandardCharsets.UTF_8), type);
  }

  private EventData ofBytes(byte[] bytes, ContentType type, String path, Faults faults) {
    if (bytes.length == 0) {
      return EventData.NONE;
    }
    if (!type.isJson()) {
      return raw(bytes, type);
    }
    try {
      return parsed(json.read(bytes), path, faults);
    } catch (JsonText.Malformed malformed) {
      faults.add(
          path,
          malformed.sentence(),
          "The content type says it is JSON; name another one for what is not.");
      return EventData.NONE;
    }
  }

  private EventData parsed(JsonNode data, String path, Faults faults) {
    StorableText.unfitIn(data).ifPresent(unfit -> faults.add(path + unfit.path(), unfit.message()));
    String text = data.isMissingNode() ? "null" : data.toString();
    requireRoom(text.length() > limits.bytes() / 3 ? utf8Length(text) : 0);
    return new EventData.Parsed(new Json(text));
  }

  private EventData raw(byte[] bytes, ContentType type) {
    requireRoom(bytes.length);
    return new EventData.Raw(type.text(), Base64.getEncoder().encodeToString(bytes));
  }

  private void requireRoom(int bytes) {
    if (bytes > limits.bytes()) {
      throw limits.tooLarge();
    }
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
