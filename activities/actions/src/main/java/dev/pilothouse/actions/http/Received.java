package dev.pilothouse.actions.http;

import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.Json;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// An answer that was read.
///
/// @param body of a failure only its beginning
record Received(HttpUrl url, int status, Headers headers, JsonNode body) {
  private static final int PIECE_BYTES = 2_048;
  private static final int PIECE_LETTERS = 200;

  /// What later steps are likely to need; all of them would fill every timeline with noise.
  private static final List<String> KEPT =
      List.of(
          "content-type",
          "etag",
          "last-modified",
          "link",
          "location",
          "retry-after",
          "x-request-id",
          "x-total-count");

  /// @throws AnswerTooLarge only of a success: a failure's body is cut
  /// @throws IOException when a success broke off: it may be another answer than it seems
  static Received from(Response response, int maxBytes) throws IOException {
    return new Received(
        response.request().url(),
        response.code(),
        response.headers(),
        response.isSuccessful() ? body(response, maxBytes) : piece(response));
  }

  boolean isSuccess() {
    return status / 100 == 2;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).filter(value -> !value.isEmpty());
  }

  Optional<String> retryAfter() {
    return header(OneSend.RETRY_AFTER);
  }

  Json output() {
    ObjectNode output = JsonTree.object().put("status", status);
    ObjectNode kept = output.putObject("headers");
    KEPT.forEach(name -> header(name).ifPresent(value -> kept.put(name, value)));
    output.set("body", body);
    return JsonTree.text(output);
  }

  /// The beginning of what it said, in one line.
  String said() {
    String text = body.isNull() ? "" : body.asString().replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    return text.length() > PIECE_LETTERS ? text.substring(0, PIECE_LETTERS) + "…" : text;
  }

  private static JsonNode body(Response response, int maxBytes) throws IOException {
    byte[] bytes = response.body().byteStream().readNBytes(maxBytes + 1);
    if (bytes.length > maxBytes) {
      throw new AnswerTooLarge(maxBytes);
    }
    return bytes.length == 0
        ? NullNode.getInstance()
        : BodyReader.of(Optional.ofNullable(response.body().contentType()), bytes);
  }

  private static JsonNode piece(Response response) {
    try {
      byte[] bytes = response.body().byteStream().readNBytes(PIECE_BYTES);
      MediaType type = response.body().contentType();
      return StringNode.valueOf(new String(bytes, BodyReader.charset(Optional.ofNullable(type))));
    } catch (IOException brokeOff) {
      return NullNode.getInstance();
    }
  }

  static final class AnswerTooLarge extends IOException {
    private static final long serialVersionUID = 1L;
    private final int limit;

    AnswerTooLarge(int limit) {
      this.limit = limit;
    }

    int limit() {
      return limit;
    }
  }
}
