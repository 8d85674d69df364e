package dev.pilothouse.actions.http;

import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Preview;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A request as people may see it before it is sent: what headers and addresses hold of keys is
/// covered.
///
/// @param keyHeader in which the other side looks for the key of the call; empty for none
record RequestPreview(RequestSpec request, String keyHeader) {
  private static final String COVERED = "•••";
  private static final List<String> OPEN_HEADERS =
      List.of("accept", "accept-language", "content-type", "user-agent");
  private static final Pattern SECRET =
      Pattern.compile(
          "key|token|secret|pass|auth|sig|credential|session", Pattern.CASE_INSENSITIVE);

  Preview preview() {
    String sentence =
        request.changesNothing()
            ? "Asks by %s and changes nothing.".formatted(request.shown())
            : "Sends %s.".formatted(request.shown());
    return new Preview(sentence, details(), Optional.empty());
  }

  private Json details() {
    ObjectNode details = JsonTree.object();
    ObjectNode sent = details.putArray("sends").addObject();
    sent.put("method", request.method()).put("url", withoutQuery(request.url()));
    sent.set("query", query());
    sent.set("headers", headers());
    request.body().ifPresent(body -> sent.put("body", body.text()).put("type", body.type()));
    return JsonTree.text(details);
  }

  private static String withoutQuery(HttpUrl url) {
    return url.newBuilder().username("").password("").query(null).fragment(null).build().toString();
  }

  private ObjectNode query() {
    ObjectNode query = JsonTree.object();
    HttpUrl url = request.url();
    for (String name : url.queryParameterNames()) {
      ArrayNode values = query.putArray(name);
      url.queryParameterValues(name)
          .forEach(value -> values.add(SECRET.matcher(name).find() ? COVERED : value));
    }
    return query;
  }

  private ObjectNode headers() {
    ObjectNode shown = JsonTree.object();
    Headers headers = request.headers();
    for (String name : headers.names()) {
      ArrayNode values = shown.putArray(name);
      headers.values(name).forEach(value -> values.add(isOpen(name) ? value : COVERED));
    }
    return shown;
  }

  private boolean isOpen(String name) {
    return OPEN_HEADERS.contains(name.toLowerCase(Locale.ROOT)) || name.equalsIgnoreCase(keyHeader);
  }
}
