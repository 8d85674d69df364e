package dev.pilothouse.testkit;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads HTTP/1.1 requests: content by length or in chunks, `Expect: 100-continue` answered.
final class HttpRequestReader {

  private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1);

  private final Wire wire;

  HttpRequestReader(Wire wire) {
    this.wire = wire;
  }

  ReceivedRequest read() throws IOException {
    var start = wire.requiredLine();
    var words = start.split(" ", -1);
    if (words.length != 3) {
      throw new ProtocolException(
          "expected 'METHOD target HTTP/1.1', but found '%s'".formatted(start));
    }
    var headers = headers();
    var content = ByteBuffer.wrap(content(headers));
    return new ReceivedRequest(Instant.now(), words[0], URI.create(words[1]), headers, content);
  }

  private HttpHeaders headers() throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (var line = wire.requiredLine(); !line.isEmpty(); line = wire.requiredLine()) {
      var colon = line.indexOf(':');
      if (colon < 1) {
        throw new ProtocolException("expected a header 'Name: value', but found '" + line + "'");
      }
      headers
          .computeIfAbsent(line.substring(0, colon), _ -> new ArrayList<>())
          .add(line.substring(colon + 1).strip());
    }
    return HttpHeaders.of(headers, (_, _) -> true);
  }

  private byte[] content(HttpHeaders headers) throws IOException {
    if (headers.firstValue("Expect").isPresent()) {
      wire.write(CONTINUE);
    }
    if (headers.firstValue("Transfer-Encoding").isPresent()) {
      return chunks();
    }
    return wire.bytes((int) headers.firstValueAsLong("Content-Length").orElse(0));
  }

  private byte[] chunks() throws IOException {
    var content = new ByteArrayOutputStream();
    for (var size = chunkSize(); size > 0; size = chunkSize()) {
      content.writeBytes(wire.bytes(size));
      wire.requiredLine();
    }
    while (!wire.requiredLine().isEmpty()) {
      // trailers are of no interest
    }
    return content.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(wire.requiredLine().replaceFirst(";.*", "").strip(), 16);
  }
}
