package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.testkit.RecordingHttpServer;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// What an automation would do, shown with the real actions on real records.
class DryRunTest {
  @RegisterExtension
  static final RunningHouse house =
      new RunningHouse(Map.of("PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1"));

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  private final Admin admin = new Admin(house);
  private final String deal = "d" + System.nanoTime();

  @Test
  void showsItAllAndLeavesNothing() {
    admin.post("/v1/deals", "{\"id\": \"%s\", \"stage\": \"offer\"}".formatted(deal));
    String automation =
        created(
            """
            {"id": "won", "do": "crm.update_deal", "with": {"id": "${event.subject}", "fields": {"stage": "won"}}},
            {"id": "sum", "do": "crm.update_deal", "with": {"id": "${event.subject}", "fields": {"amount": 7}}},
            {"id": "task", "do": "task.create", "with": {"title": "Look after ${steps.won.id}"}},
            {"id": "done", "do": "task.complete", "with": {"id": "${steps.task.id}"}},
            {"id": "call", "do": "http.request", "with": {"method": "POST", "url": "%s", "body": {"deal": "${event.subject}"}}},
            {"id": "tell", "do": "notify.user", "with": {"to": "role:admin", "text": "Status ${steps.call.status}"}},
            {"id": "emit", "do": "journal.emit", "with": {"type": "deal.welcomed"}}\
            """
                .formatted(server.url("/x")));
    JsonNode tried =
        tryOut(
            automation,
            "{\"event\": {\"type\": \"crm.deal.won\", \"subject\": \"deal/%s\"}}".formatted(deal));

    assertThat(tried.path("ends").path("state").asString()).isEqualTo("finished");
    JsonNode sum = tried.path("steps").path(1).path("preview").path("details").path("changes");
    assertThat(sum.path(0).path("before").path("stage").asString()).isEqualTo("won");
    assertThat(sum.path(0).path("after").path("amount").asInt()).isEqualTo(7);
    assertThat(tried.path("steps").path(3).path("state").asString()).isEqualTo("finished");
    assertThat(tried.path("steps").path(4).path("output").path("status").asInt()).isEqualTo(200);
    assertThat(tried.path("steps").path(5).path("input").path("text").asString())
        .isEqualTo("Status 200");

    assertThat(server.arrived().count()).isZero();
    assertThat(admin.get("/v1/deals/" + deal).json().path("stage").asString()).isEqualTo("offer");
    assertThat(entries("?subject=deal/" + deal)).isOne();
    assertThat(entries("?type=deal.welcomed")).isZero();
    assertThat(admin.get("/v1/tasks?q=" + deal).json().path("items").size()).isZero();
    assertThat(admin.runsOf(automation)).isEmpty();
  }

  @Test
  void explainsARunThatWasByItsEvent() {
    String type = admin.publish("{\"id\": \"a\", \"do\": \"transform\", \"with\": {\"n\": 1}}");
    String run = admin.sendOne(type);
    JsonNode finished = admin.awaitState(run, "finished");

    JsonNode tried =
        tryOut(
            finished.path("automationId").asString(),
            "{\"event\": \"%s\", \"version\": 1}"
                .formatted(finished.path("event").path("id").asString()));

    assertThat(tried.path("wouldStart").asBoolean()).isTrue();
    assertThat(tried.path("steps").path(0).path("output"))
        .isEqualTo(admin.step(run, "a").path("output"));
  }

  private int entries(String query) {
    return admin.get("/v1/events" + query).json().path("items").size();
  }

  private String created(String steps) {
    Answer answer =
        admin.post(
            "/v1/automations",
            "{\"name\": \"%s\", \"on\": [{\"event\": \"crm.deal.won\"}], \"steps\": [%s]}"
                .formatted(UUID.randomUUID(), steps));
    assertThat(answer.status()).as(answer.whole().body()).isEqualTo(201);
    return answer.json().path("id").asString();
  }

  private JsonNode tryOut(String automation, String body) {
    Answer answer = admin.post("/v1/automations/" + automation + "/dry-run", body);
    assertThat(answer.status()).as(answer.whole().body()).isEqualTo(200);
    return answer.json();
  }
}
