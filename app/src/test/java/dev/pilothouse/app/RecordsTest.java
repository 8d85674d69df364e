package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.testkit.Wait;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Records of our own on real parts, seen from outside alone.
class RecordsTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private static final Duration SOON = Duration.ofMinutes(2);

  private final Admin admin = new Admin(house);
  private final String id = UUID.randomUUID().toString();

  @Test
  void startsAnAutomationByAChangeMadeByHand() {
    String automation =
        admin.publish(
            "\"event\": \"crm.deal.won\", \"when\": \"event.subject == 'deal/" + id + "'\"",
            "",
            """
            {"id": "seen", "do": "transform", "with": {
              "text": "Onboard ${event.data.company}: ${event.data.amount} ${event.data.currency}, was ${event.before.stage}"}}\
            """);
    String company = made("companies", "{\"name\": \"Acme\"}");
    made(
        "deals",
        "{\"id\": \"%s\", \"stage\": \"offer\", \"amount\": 1250.5, \"currency\": \"EUR\", \"company_id\": \"%s\"}"
            .formatted(id, company));

    Answer won = admin.patch("/v1/deals/" + id, "{\"stage\": \"won\"}", "If-Match", "\"1\"");

    assertThat(won.status()).isEqualTo(200);
    assertThat(won.json().path("company").asString()).isEqualTo("Acme");
    Wait.until("the automation has run", SOON, () -> !admin.runsOf(automation).isEmpty());
    String run = admin.runsOf(automation).getFirst().path("id").asString();
    admin.awaitState(run, "finished");
    assertThat(admin.step(run, "seen").path("output").path("text").asString())
        .isEqualTo("Onboard Acme: 1250.5 EUR, was offer");
  }

  @Test
  void tellsWhoChangedWhatInTheHistoryOfTheRecord() {
    made("deals", "{\"id\": \"%s\", \"stage\": \"offer\"}".formatted(id));
    admin.patch("/v1/deals/" + id, "{\"amount\": 7}");

    JsonNode newest = admin.get("/v1/events?subject=deal/" + id).json().path("items").path(0);
    JsonNode entry = admin.get("/v1/events/" + newest.path("id").asString()).json();

    assertThat(entry.path("type").asString()).isEqualTo("crm.deal.updated");
    assertThat(entry.path("actor").asString()).startsWith("key/");
    assertThat(entry.path("before").has("amount")).isFalse();
    assertThat(entry.path("after").path("amount").asInt()).isEqualTo(7);
  }

  @Test
  void tellsPeopleLogsAndSaysWhatOthersHear() throws IOException {
    String listener =
        admin.publish(
            "\"event\": \"onboarding.done\", \"when\": \"event.subject == 'deal/" + id + "'\"",
            "",
            "{\"id\": \"seen\", \"do\": \"transform\", \"with\": {\"days\": \"${event.data.days}\"}}");
    String type =
        admin.publish(
            """
            {"id": "ada", "do": "crm.upsert_contact", "with": {"email": "ada@%1$s.example", "fields": {"name": "Ada"}}},
            {"id": "call", "do": "crm.log_activity", "with": {"subject": "${event.subject}", "kind": "call", "text": "Called ${steps.ada.name}"}},
            {"id": "task", "do": "task.create", "with": {"title": "Write to ${steps.ada.email}"}},
            {"id": "done", "do": "task.complete", "with": {"id": "${steps.task.id}"}},
            {"id": "tell", "do": "notify.user", "with": {"to": "role:admin", "text": "Done with %1$s"}},
            {"id": "say", "do": "journal.emit", "with": {"type": "onboarding.done", "subject": "${event.subject}", "data": {"days": 3}}}\
            """
                .formatted(id));

    String run = admin.send(type, "deal/" + id, "{}").getFirst();

    admin.awaitState(run, "finished");
    assertThat(admin.step(run, "done").path("output").path("state").asString()).isEqualTo("done");
    assertThat(admin.get("/v1/activities?subject=deal/" + id).json().at("/items/0/text").asString())
        .isEqualTo("Called Ada");
    assertThat(notifications())
        .anyMatch(told ->
            told.path("text").asString().equals("Done with " + id)
                && told.path("run").asString().equals(run));
    Wait.until("the listener has heard", SOON, () -> !admin.runsOf(listener).isEmpty());
  }

  @Test
  void tellsOfATaskThatIsPastDue() {
    String task =
        made(
            "tasks",
            "{\"title\": \"Call\", \"due\": \"%s\"}".formatted(Instant.now().plusSeconds(1)));

    Wait.until(
        "the journal tells of it",
        SOON,
        () ->
            admin
                    .get("/v1/events?type=task.overdue&subject=task/" + task)
                    .json()
                    .path("items")
                    .size()
                == 1);
  }

  private List<JsonNode> notifications() throws IOException {
    String cookie =
        house
            .post(
                "/v1/session",
                "{\"email\": \"admin@localhost\", \"password\": \"%s\"}"
                    .formatted(house.firstPassword()),
                "Content-Type",
                "application/json",
                "X-Pilothouse",
                "1")
            .header("Set-Cookie")
            .split(";", 2)[0];
    return house
        .get("/v1/notifications", "Cookie", cookie)
        .json()
        .path("items")
        .valueStream()
        .toList();
  }

  private String made(String list, String fields) {
    Answer made = admin.post("/v1/" + list, fields);
    assertThat(made.status()).isEqualTo(201);
    return made.json().path("id").asString();
  }
}
