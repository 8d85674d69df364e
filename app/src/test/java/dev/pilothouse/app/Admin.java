package dev.pilothouse.app;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.model.Role;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// Who publishes automations, sends events and looks at runs, over HTTP alone.
final class Admin {
  private static final Duration SOON = Duration.ofMinutes(5);

  private final RunningHouse house;
  private final String key;

  Admin(RunningHouse house) {
    this(house, "test");
  }

  /// @param name of the key, by which the house knows who did something
  Admin(RunningHouse house, String name) {
    this.house = house;
    key = "Bearer " + new KeysInDatabase().create(house.settings(), name, Role.ADMIN).key();
  }

  /// Publishes the steps under a type of event that nobody else sends.
  ///
  /// @return the type
  String publish(String steps) {
    return publish("\"event\": \"%s\"", "", steps);
  }

  /// @param trigger with `%s` for the type
  /// @param more top-level members, each with a comma behind it
  String publish(String trigger, String more, String steps) {
    String type = "test." + UUID.randomUUID();
    String definition =
        "{\"name\": \"%s\", %s \"on\": [{%s}], \"steps\": [%s]}"
            .formatted(type, more, trigger.formatted(type), steps);
    String id = ok(post("/v1/automations", definition)).json().path("id").asString();
    ok(post("/v1/automations/" + id + "/publish", "{}"));
    return type;
  }

  /// @return the runs it caused, without the example's
  List<String> send(String type, String subject, String data) {
    return send(type, subject, data, Instant.now());
  }

  /// @param time at which it happened
  List<String> send(String type, String subject, String data, Instant time) {
    JsonNode accepted =
        ok(house.post(
                "/v1/events",
                """
                {"specversion": "1.0", "id": "%s", "source": "test", "type": "%s", "subject": "%s", "time": "%s", "data": %s}\
                """
                    .formatted(UUID.randomUUID(), type, subject, time, data),
                "Authorization",
                key,
                "Content-Type",
                "application/cloudevents+json"))
            .json();
    return strings(accepted.path("runs")).stream()
        .filter(run -> !run(run).path("automation").asString().equals("Acknowledge"))
        .toList();
  }

  String sendOne(String type) {
    return send(type, "", "{}").getFirst();
  }

  JsonNode awaitState(String run, String state) {
    Wait.until("the run is " + state, SOON, () -> run(run).path("state").asString().equals(state));
    return run(run);
  }

  JsonNode run(String run) {
    return get("/v1/runs/" + run).json();
  }

  JsonNode step(String run, String step) {
    return StreamSupport.stream(run(run).path("steps").spliterator(), false)
        .filter(it -> it.path("id").asString().equals(step))
        .findFirst()
        .orElseThrow();
  }

  Answer get(String path) {
    return house.get(path, "Authorization", key);
  }

  Answer post(String path, String body, String... headers) {
    return house.post(path, body, withKey(headers));
  }

  Answer postYaml(String path, String body) {
    return house.post(path, body, "Authorization", key, "Content-Type", "application/yaml");
  }

  Answer putYaml(String path, String body, String header, String value) {
    return house.put(
        path, body, "Authorization", key, "Content-Type", "application/yaml", header, value);
  }

  Answer patch(String path, String body, String... headers) {
    return house.patch(path, body, withKey(headers));
  }

  Answer put(String path, String body, String... headers) {
    return house.put(path, body, withKey(headers));
  }

  /// The runs of this automation, newest first.
  List<JsonNode> runsOf(String automation) {
    return get("/v1/runs?limit=200")
        .json()
        .path("items")
        .valueStream()
        .filter(run -> run.path("automation").asString().equals(automation))
        .toList();
  }

  private String[] withKey(String... headers) {
    String[] all = new String[headers.length + 4];
    all[0] = "Authorization";
    all[1] = key;
    all[2] = "Content-Type";
    all[3] = "application/json";
    System.arraycopy(headers, 0, all, 4, headers.length);
    return all;
  }

  private static Answer ok(Answer answer) {
    if (answer.status() >= 300) {
      throw new AssertionError(answer.status() + ": " + answer.whole().body());
    }
    return answer;
  }

  private static List<String> strings(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asString).toList();
  }
}
