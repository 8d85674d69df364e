package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.app.cli.KeyOrders.MadeKey;
import dev.pilothouse.model.Role;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// From an event at the door to a finished run, on real parts.
class WalkingSkeletonTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private static final Duration SOON = Duration.ofMinutes(2);

  private final String key = key(Role.OPERATOR);

  @Test
  void finishesTheRunOfAnAcceptedEvent() {
    Answer accepted = send(event(UUID.randomUUID().toString()));
    String run = accepted.json().path("runs").path(0).asString();

    Wait.until("the run has finished", SOON, () -> stateOf(run).equals("finished"));

    assertThat(accepted.status()).isEqualTo(202);
    JsonNode steps = run(run).path("steps");
    assertThat(steps.size()).isOne();
    assertThat(steps.path(0).path("state").asString()).isEqualTo("finished");
    assertThat(steps.path(0).path("output").path("type").asString()).isEqualTo("crm.deal.won");
  }

  @Test
  void givesTheSameDeliveryTheSameAnswer() {
    String id = UUID.randomUUID().toString();
    JsonNode first = send(event(id)).json();

    JsonNode second = send(event(id)).json();

    assertThat(second.path("id")).isEqualTo(first.path("id"));
    assertThat(second.path("runs")).isEqualTo(first.path("runs"));
    assertThat(second.path("duplicate").asBoolean()).isTrue();
  }

  @Test
  void letsNobodyInWithoutAKey() {
    assertThat(house.get("/v1/runs").status()).isEqualTo(401);
    assertThat(house.get("/v1/runs", "Authorization", "Bearer guessed").status()).isEqualTo(401);
    assertThat(house.get("/metrics").status()).isEqualTo(401);
    assertThat(house.post("/v1/events", "{}").status()).isEqualTo(401);
  }

  @Test
  void letsAViewerLookButNotSend() {
    String viewer = key(Role.VIEWER);

    assertThat(house.get("/v1/runs", "Authorization", viewer).status()).isEqualTo(200);
    assertThat(
            house
                .post(
                    "/v1/events",
                    event("1"),
                    "Authorization",
                    viewer,
                    "Content-Type",
                    "application/cloudevents+json")
                .status())
        .isEqualTo(403);
  }

  @Test
  void tellsWhatIsWrongWithAnEvent() {
    Answer refused = send("{\"specversion\": \"1.0\", \"id\": \"1\"}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
    assertThat(refused.json().path("errors").findValuesAsString("path"))
        .containsExactly("source", "type");
  }

  @Test
  void refusesAnEventThatIsTooLargeWithTheLimit() {
    Answer refused = send(event("large").replace("12000", '"' + "x".repeat(1_048_577) + '"'));

    assertThat(refused.status()).isEqualTo(413);
    assertThat(refused.json().path("detail").asString()).contains("1048576");
  }

  @Test
  void takesAnUnknownRunForAbsent() {
    assertThat(get("/v1/runs/" + UUID.randomUUID()).status()).isEqualTo(404);
    assertThat(get("/v1/runs/deal").status()).isEqualTo(404);
  }

  @Test
  void pagesThroughRuns() {
    for (int number = 0; number < 3; number++) {
      send(event(UUID.randomUUID().toString()));
    }
    JsonNode first = get("/v1/runs?limit=2").json();

    JsonNode second = get("/v1/runs?limit=2&before=" + first.path("next").asString()).json();

    assertThat(first.path("items").size()).isEqualTo(2);
    assertThat(second.path("items").path(0).path("id").asString())
        .isLessThan(first.path("items").path(1).path("id").asString());
  }

  @Test
  void saysHowItIsWithoutAKey() {
    assertThat(house.get("/healthz").status()).isEqualTo(200);
    assertThat(house.get("/readyz").json().path("parts").propertyNames())
        .containsExactlyInAnyOrder("database", "temporal", "lease", "carrier", "workers", "sweep");
  }

  @Test
  void countsForPrometheus() {
    assertThat(get("/metrics").whole().body())
        .contains("http_server_requests_seconds_count", "temporal_", "hikaricp_connections");
  }

  @Test
  void letsThePageFetchNothingFromOutside() {
    assertThat(house.get("/healthz").header("Content-Security-Policy"))
        .contains("default-src 'self'")
        .doesNotContain("unsafe-inline");
  }

  private Answer send(String body) {
    return house.post(
        "/v1/events", body, "Authorization", key, "Content-Type", "application/cloudevents+json");
  }

  private Answer get(String path) {
    return house.get(path, "Authorization", key);
  }

  private JsonNode run(String id) {
    return get("/v1/runs/" + id).json();
  }

  private String stateOf(String run) {
    return run(run).path("state").asString();
  }

  private static String event(String id) {
    return """
    {"specversion": "1.0", "id": "%s", "source": "https://crm.example", "type": "crm.deal.won",
     "subject": "deal/42", "data": {"amount": 12000}}\
    """
        .formatted(id);
  }

  private static String key(Role role) {
    MadeKey made = new KeysInDatabase().create(house.settings(), "test", role);
    return "Bearer " + made.key();
  }
}
