package dev.pilothouse.actions.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import tools.jackson.databind.JsonNode;

/// What is sent: a text as it is, anything else as JSON.
record Content(String text, String type) {

  static Content of(JsonNode body, Optional<String> wantedType) {
    return body.isString()
        ? new Content(body.stringValue(), wantedType.orElse("text/plain; charset=utf-8"))
        : new Content(body.toString(), wantedType.orElse("application/json"));
  }

  RequestBody toBody() {
    return RequestBody.create(text.getBytes(StandardCharsets.UTF_8), MediaType.parse(type));
  }
}
