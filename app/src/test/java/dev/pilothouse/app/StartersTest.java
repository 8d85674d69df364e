package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Every automation to begin with, on real parts: published, sent its own event, run to its end.
class StartersTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private final Admin admin = new Admin(house);

  @Test
  void areSix() {
    assertThat(starters()).hasSize(6);
  }

  @Test
  void areSoundToTheLastWarning() {
    for (JsonNode starter : starters()) {
      Answer checked = admin.postYaml("/v1/automations/validate", starter.path("text").asString());

      assertThat(checked.json().path("problems")).as(key(starter)).isEmpty();
      assertThat(checked.json().path("warnings")).as(key(starter)).isEmpty();
    }
  }

  @Test
  void finishWithTheirOwnEvent() {
    for (JsonNode starter : starters()) {
      Answer made = admin.postYaml("/v1/automations", starter.path("text").asString());
      assertThat(made.status()).as(key(starter)).isEqualTo(201);
      String id = made.json().path("id").asString();
      assertThat(admin.post("/v1/automations/" + id + "/publish", "{}").status()).isEqualTo(200);

      String run = runOf(starter, id);

      JsonNode finished = admin.awaitState(run, "finished");
      assertThat(finished.path("steps")).as(key(starter)).isNotEmpty();
      assertThat(admin.post("/v1/automations/" + id + "/archive", "{}").status()).isEqualTo(200);
    }
  }

  private String runOf(JsonNode starter, String automation) {
    JsonNode event = starter.path("event");
    Instant time = Instant.now().minusSeconds(event.path("secondsAgo").asLong());
    return admin
        .send(
            event.path("type").asString(),
            event.path("subject").asString(),
            event.path("data").toString(),
            time)
        .stream()
        .filter(run -> admin.run(run).path("automationId").asString().equals(automation))
        .findFirst()
        .orElseThrow();
  }

  private List<JsonNode> starters() {
    return admin.get("/v1/starters").json().path("items").valueStream().toList();
  }

  private static String key(JsonNode starter) {
    return starter.path("key").asString();
  }
}
