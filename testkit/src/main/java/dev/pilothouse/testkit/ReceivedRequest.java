package dev.pilothouse.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/// One HTTP request as it arrived; `target` is what stood in the request line.
public record ReceivedRequest(
    Instant arrivedAt, String method, URI target, HttpHeaders headers, ByteBuffer content) {

  public ReceivedRequest {
    content = content.asReadOnlyBuffer();
  }

  public String path() {
    return target.getPath();
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /// The content read as UTF-8.
  public String body() {
    return UTF_8.decode(content.duplicate()).toString();
  }
}
