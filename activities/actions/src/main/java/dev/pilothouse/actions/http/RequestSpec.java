package dev.pilothouse.actions.http;

import dev.pilothouse.actions.schema.InputFault;
import dev.pilothouse.actions.schema.InvalidInput;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import tools.jackson.databind.JsonNode;

/// The request that an author wrote, ready to be sent.
///
/// @param body empty where the method takes none
record RequestSpec(String method, HttpUrl url, Headers headers, Optional<Content> body) {
  private static final List<String> CHANGE_NOTHING = List.of("GET", "HEAD", "OPTIONS");
  private static final List<String> NEED_A_BODY = List.of("POST", "PUT", "PATCH");

  /// What another host may be told of the caller.
  private static final List<String> HARMLESS = List.of("accept", "accept-language", "user-agent");

  /// @param input fits the schema
  /// @param name what the author calls this part of the step
  static RequestSpec of(JsonNode input, String name) throws InvalidInput {
    String method = methodOf(input);
    Headers headers = RequestHeaders.of(input.path("headers"), name + ".headers");
    return new RequestSpec(
        method, UrlReader.url(input, name), headers, content(method, input, headers, name));
  }

  static String methodOf(JsonNode input) {
    return input.path("method").asString("GET").toUpperCase(Locale.ROOT);
  }

  static boolean changesNothing(String method) {
    return CHANGE_NOTHING.contains(method);
  }

  boolean changesNothing() {
    return changesNothing(method);
  }

  /// @param header in which the other side looks for the key
  RequestSpec withKey(String header, String key) throws InvalidInput {
    Headers.Builder keyed = headers.newBuilder().removeAll(header);
    RequestHeaders.add(keyed, header, key, "idempotency.header");
    return new RequestSpec(method, url, keyed.build(), body);
  }

  /// The same request to where the answer pointed. Another host does not get to see what was meant
  /// for the first.
  RequestSpec redirectedTo(HttpUrl target) {
    return new RequestSpec(method, target, sameOrigin(target) ? headers : harmless(), body);
  }

  Request.Builder request() {
    Request.Builder request = new Request.Builder().url(url).headers(headers);
    if (headers.get("User-Agent") == null) {
      request.header("User-Agent", "Pilothouse");
    }
    if (!changesNothing()) {
      request.header("Connection", "close");
    }
    return request.method(method, requestBody());
  }

  /// Without its query, which often holds a key.
  String shown() {
    return method + " " + url.newBuilder().query(null).fragment(null).build();
  }

  @SuppressWarnings("NullAway") // the library takes null for "no body"
  private RequestBody requestBody() {
    return body.map(Content::toBody)
        .orElse(NEED_A_BODY.contains(method) ? RequestBody.EMPTY : null);
  }

  private boolean sameOrigin(HttpUrl other) {
    return url.scheme().equals(other.scheme())
        && url.host().equals(other.host())
        && url.port() == other.port();
  }

  private Headers harmless() {
    Headers.Builder kept = new Headers.Builder();
    for (String name : headers.names()) {
      if (HARMLESS.contains(name.toLowerCase(Locale.ROOT))) {
        headers.values(name).forEach(value -> kept.add(name, value));
      }
    }
    return kept.build();
  }

  private static Optional<Content> content(
      String method, JsonNode input, Headers headers, String name) throws InvalidInput {
    JsonNode body = input.path("body");
    if (body.isMissingNode() || body.isNull()) {
      return Optional.empty();
    }
    if (method.equals("GET") || method.equals("HEAD")) {
      throw new InvalidInput(
          InputFault.at(name + ".body", "no body with the method " + method, "one"));
    }
    return Optional.of(Content.of(body, Optional.ofNullable(headers.get("Content-Type"))));
  }
}
