package dev.pilothouse.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Sends events one after the other as a careful program does: what got no answer is sent again
/// under the same id until it is accepted.
final class EventSender implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PAUSE = Duration.ofMillis(20);
  private static final Duration AFTER_REFUSAL = Duration.ofMillis(100);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final String key;
  private final List<String> runs = new ArrayList<>();
  private final AtomicInteger unanswered = new AtomicInteger();
  private final Thread thread = Thread.ofPlatform().name("sender").unstarted(this::send);
  private volatile String url;

  EventSender(String url, String key) {
    this.url = url;
    this.key = key;
  }

  void start() {
    thread.start();
  }

  /// The house may have come back at another address.
  void sendTo(String newUrl) {
    url = newUrl;
  }

  int unanswered() {
    return unanswered.get();
  }

  /// The runs of all that was accepted, in order.
  synchronized List<String> runs() {
    return List.copyOf(runs);
  }

  /// Empty where the server gives no answer now.
  Optional<JsonNode> get(String path) {
    return answer(request(path).GET().build())
        .filter(answer -> answer.statusCode() == 200)
        .map(answer -> JSON.readTree(answer.body()));
  }

  void stopSending() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopSending();
    http.close();
  }

  private void send() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        sendUntilAccepted(UUID.randomUUID().toString());
        Thread.sleep(PAUSE);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void sendUntilAccepted(String id) throws InterruptedException {
    while (!accepted(id)) {
      unanswered.incrementAndGet();
      Thread.sleep(AFTER_REFUSAL);
    }
  }

  private boolean accepted(String id) {
    HttpRequest request =
        request("/v1/events")
            .header("Content-Type", "application/cloudevents+json")
            .POST(HttpRequest.BodyPublishers.ofString(event(id)))
            .build();
    Optional<HttpResponse<String>> answer = answer(request).filter(it -> it.statusCode() == 202);
    answer.ifPresent(it -> remember(JSON.readTree(it.body())));
    return answer.isPresent();
  }

  private synchronized void remember(JsonNode accepted) {
    accepted.path("runs").forEach(run -> runs.add(run.asString()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + path))
        .timeout(Duration.ofSeconds(10))
        .header("Authorization", "Bearer " + key);
  }

  private Optional<HttpResponse<String>> answer(HttpRequest request) {
    try {
      return Optional.of(http.send(request, HttpResponse.BodyHandlers.ofString()));
    } catch (IOException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String event(String id) {
    return """
    {"specversion": "1.0", "id": "%s", "source": "bench", "type": "bench.event", "data": {}}\
    """
        .formatted(id);
  }
}
