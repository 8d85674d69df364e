package dev.pilothouse.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.LinkedHashMap;
import java.util.Map;

/// What a recording HTTP server answers when nothing goes wrong.
public record HttpAnswer(int status, Map<String, String> headers, String body) {

  public HttpAnswer {
    headers = Map.copyOf(headers);
  }

  public static HttpAnswer status(int status) {
    return new HttpAnswer(status, Map.of(), "");
  }

  public static HttpAnswer json(String json) {
    return new HttpAnswer(200, Map.of("Content-Type", "application/json"), json);
  }

  public static HttpAnswer html(String html) {
    return new HttpAnswer(200, Map.of("Content-Type", "text/html; charset=utf-8"), html);
  }

  public HttpAnswer withHeader(String name, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new HttpAnswer(status, more, body);
  }

  byte[] content() {
    return body.getBytes(UTF_8);
  }

  /// Status line and headers, announcing this length whatever the content's is.
  byte[] head(int announcedLength) {
    var head = new StringBuilder("HTTP/1.1 %d Answer\r\n".formatted(status));
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    head.append("Content-Length: ").append(announcedLength).append("\r\n\r\n");
    return head.toString().getBytes(ISO_8859_1);
  }
}
