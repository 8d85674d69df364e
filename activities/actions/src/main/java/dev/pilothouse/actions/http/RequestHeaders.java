package dev.pilothouse.actions.http;

import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import okhttp3.Headers;
import tools.jackson.databind.JsonNode;

/// Headers as an author wrote them. Values are never quoted: they hold keys.
final class RequestHeaders {
  /// These say where a request ends and where it goes: only the client itself can tell.
  private static final List<String> RESERVED =
      List.of("host", "content-length", "transfer-encoding", "connection", "upgrade", "te");

  private RequestHeaders() {}

  static Headers of(JsonNode headers, String path) throws InvalidInput {
    Headers.Builder builder = new Headers.Builder();
    for (Map.Entry<String, JsonNode> header : headers.properties()) {
      add(builder, header.getKey(), header.getValue().asString(), path);
    }
    return builder.build();
  }

  /// @throws InvalidInput where this name cannot be a header, or is not the author's to set
  static void add(Headers.Builder builder, String name, String value, String path)
      throws InvalidInput {
    if (RESERVED.contains(name.toLowerCase(Locale.ROOT))) {
      throw new InvalidInput(
          InputFault.at(path, "only headers that are yours to set", "'" + name + "'"));
    }
    try {
      builder.add(name, value);
    } catch (IllegalArgumentException notAHeader) {
      throw new InvalidInput(
          InputFault.at(
              path + "." + name,
              "a header of plain letters in one line",
              "characters that no header can have"));
    }
  }
}
