package dev.pilothouse.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One program that speaks with the house. An answer that does not come is a fact, not an
/// exception: proofs kill the servers they ask.
final class Api implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final Duration patience;

  record Answer(int status, String body) {
    JsonNode json() {
      return JSON.readTree(body);
    }
  }

  Api(Duration patience) {
    this.patience = patience;
  }

  Optional<Answer> get(String url, Tenants.Tenant tenant) {
    return answer(request(url, tenant).GET());
  }

  /// As nobody, for what everybody may ask.
  Optional<Answer> get(String url) {
    return answer(HttpRequest.newBuilder(URI.create(url)).timeout(patience).GET());
  }

  Optional<Answer> post(String url, Tenants.Tenant tenant, String json) {
    return answer(
        request(url, tenant)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  Optional<Answer> send(String url, Tenants.Tenant tenant, Event event) {
    return answer(
        request(url + "/v1/events", tenant)
            .header("Content-Type", "application/cloudevents+json")
            .POST(HttpRequest.BodyPublishers.ofString(event.json())));
  }

  /// @throws IllegalStateException for any other answer than a good one
  JsonNode expect(String what, Optional<Answer> answer) {
    return answer
        .filter(it -> it.status() < 300)
        .map(Answer::json)
        .orElseThrow(() ->
            new IllegalStateException(
                "Expected a good answer to '" + what + "', but found " + answer + "."));
  }

  @Override
  public void close() {
    http.shutdownNow();
    http.close();
  }

  private HttpRequest.Builder request(String url, Tenants.Tenant tenant) {
    return HttpRequest.newBuilder(URI.create(url))
        .timeout(patience)
        .header("Authorization", "Bearer " + tenant.key());
  }

  private Optional<Answer> answer(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return Optional.of(new Answer(answer.statusCode(), answer.body()));
    } catch (IOException noAnswer) {
      return Optional.empty();
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
