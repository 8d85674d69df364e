package dev.pilothouse.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Chromium's own protocol, as far as opening a page and asking it something needs it.
final class DevTools implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long PATIENCE_SECONDS = 60;

  private final AtomicInteger asked = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final WebSocket socket;

  DevTools(URI address) {
    socket = client.newWebSocketBuilder().buildAsync(address, new Answers()).join();
  }

  JsonNode ask(String method, Map<String, Object> what) {
    return ask("", method, what);
  }

  /// @param session of one tab; empty for the browser
  JsonNode ask(String session, String method, Map<String, Object> what) {
    int id = asked.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    open.put(id, answer);
    Map<String, Object> question =
        new HashMap<>(Map.of("id", id, "method", method, "params", what));
    if (!session.isEmpty()) {
      question.put("sessionId", session);
    }
    WebSocket _ = socket.sendText(JSON.writeValueAsString(question), true).join();
    return good(method, answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
  }

  private static JsonNode good(String method, JsonNode answer) {
    if (answer.has("error")) {
      throw new IllegalStateException(
          "Expected the browser to do '%s', but it says %s".formatted(method, answer.get("error")));
    }
    return answer.path("result");
  }

  @Override
  public void close() {
    socket.abort();
    client.close();
  }

  private final class Answers implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      parts.append(part);
      if (last) {
        JsonNode told = JSON.readTree(parts.toString());
        parts.setLength(0);
        if (told.has("id")) {
          answered(told);
        }
      }
      from.request(1);
      return CompletableFuture.completedFuture(from);
    }

    private void answered(JsonNode told) {
      boolean _ = Objects.requireNonNull(open.remove(told.path("id").asInt())).complete(told);
    }
  }
}
