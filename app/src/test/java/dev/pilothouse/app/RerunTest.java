package dev.pilothouse.app;

import static dev.pilothouse.testkit.Fault.failsWith;
import static dev.pilothouse.testkit.Fault.none;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.testkit.ReceivedRequest;
import dev.pilothouse.testkit.RecordingHttpServer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Runs that are done again, and runs that are followed, on real parts, seen from outside alone.
class RerunTest {
  @RegisterExtension
  static final RunningHouse house =
      new RunningHouse(Map.of("PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1"));

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  private final Admin admin = new Admin(house);

  @Test
  void sendsOnlyWhatComesAfterTheStepAndUnderKeysOfItsOwn() {
    String run = failedAtItsSecondCall();

    Answer answer = admin.post("/v1/runs/" + run + "/rerun?from=second", "{}");

    assertThat(answer.status()).isEqualTo(201);
    String again = answer.json().path("run").asString();
    admin.awaitState(again, "finished");
    assertThat(keys())
        .containsExactly(run + ":first", run + ":second", again + ":second", again + ":third");
    assertThat(admin.step(again, "first").path("keptFrom").asString()).isEqualTo(run);
    assertThat(admin.step(again, "third").path("input").path("body").path("branch").asString())
        .isEqualTo("then");
    assertThat(admin.run(run).path("reruns").path(0).asString()).isEqualTo(again);
    assertThat(admin.run(again).path("rerunOf").path("from").asString()).isEqualTo("second");
    assertThat(admin.get("/v1/runs?rerunOf=" + run).json().path("items")).hasSize(1);
  }

  @Test
  void doesAllOfItAgainUnderKeysOfItsOwn() {
    String run = failedAtItsSecondCall();

    String again = admin.post("/v1/runs/" + run + "/rerun", "{}").json().path("run").asString();

    admin.awaitState(again, "finished");
    assertThat(keys())
        .containsExactly(
            run + ":first", run + ":second", again + ":first", again + ":second", again + ":third");
    assertThat(admin.run(again).path("event").path("id"))
        .isEqualTo(admin.run(run).path("event").path("id"));
  }

  @Test
  void isFollowedToItsEnd() {
    String run = failedAtItsSecondCall();
    String again = admin.post("/v1/runs/" + run + "/rerun", "{}").json().path("run").asString();

    String told = admin.get("/v1/runs/" + again + "/stream").whole().body();

    List<String> events = told.lines().filter(line -> line.startsWith("event: ")).toList();
    assertThat(events).startsWith("event: snapshot").endsWith("event: ended");
    assertThat(told).contains("\"state\":\"finished\"");
    JsonNode seen = admin.run(again);
    assertThat(told).contains(seen.path("steps").path(0).path("finishedAt").asString());
  }

  private String failedAtItsSecondCall() {
    String type =
        admin.publish(
            """
            {"id": "first", %s},
            {"id": "choice", "if": "steps.first.status == 200", "then": [
              {"id": "second", %s},
              {"id": "third", %s}]}\
            """
                .formatted(post(""), post(""), post("\"branch\": \"${steps.choice.branch}\"")));
    server.next(none(), failsWith(422));
    String run = admin.sendOne(type);
    admin.awaitState(run, "failed");
    return run;
  }

  private String post(String body) {
    return "\"do\": \"http.request\", \"with\": {\"method\": \"POST\", \"url\": \"%s\", \"body\": {%s}}, \"idempotency\": {\"header\": \"Key\"}"
        .formatted(server.url("/x"), body);
  }

  private List<String> keys() {
    return server.arrived().all().stream().map(RerunTest::key).toList();
  }

  private static String key(ReceivedRequest request) {
    return request.header("Key").orElse("");
  }
}
