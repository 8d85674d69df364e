package dev.pilothouse.actions.http;

import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InvalidInput;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import tools.jackson.databind.JsonNode;

/// The address of a request, its query filled in.
final class UrlReader {
  private UrlReader() {}

  static HttpUrl url(JsonNode input, String name) throws InvalidInput {
    String path = name + ".url";
    HttpUrl url = parse(input.path("url").asString(""), path);
    if (!url.username().isEmpty() || !url.password().isEmpty()) {
      throw new InvalidInput(
          InputFault.at(
              path, "an address without a user (write it as header 'Authorization')", "one"));
    }
    return withQuery(url, input.path("query"));
  }

  /// The host that would be called; empty for what is no address.
  static String host(JsonNode input) {
    return Optional.ofNullable(HttpUrl.parse(input.path("url").asString("")))
        .map(HttpUrl::host)
        .orElse("");
  }

  private static HttpUrl parse(String text, String path) throws InvalidInput {
    HttpUrl url = HttpUrl.parse(text);
    if (url == null) {
      throw new InvalidInput(
          InputFault.at(
              path,
              "an address that begins with http:// or https:// and names a host",
              "something else"));
    }
    return url;
  }

  private static HttpUrl withQuery(HttpUrl url, JsonNode query) {
    HttpUrl.Builder builder = url.newBuilder();
    for (Map.Entry<String, JsonNode> parameter : query.properties()) {
      valuesOf(parameter.getValue())
          .forEach(value -> builder.addQueryParameter(parameter.getKey(), value.asString()));
    }
    return builder.build();
  }

  private static List<JsonNode> valuesOf(JsonNode value) {
    return value.isArray() ? value.valueStream().toList() : List.of(value);
  }
}
