package dev.pilothouse.app;

import static dev.pilothouse.testkit.Fault.failsWith;
import static dev.pilothouse.testkit.Fault.hangsUp;
import static dev.pilothouse.testkit.Fault.slow;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testkit.Moment;
import dev.pilothouse.testkit.ReceivedRequest;
import dev.pilothouse.testkit.RecordingHttpServer;
import dev.pilothouse.testkit.RecordingSmtpServer;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/// Chains with effects of every class, on real parts, seen from outside alone.
class EngineTest {
  @RegisterExtension static final RecordingSmtpServer mail = new RecordingSmtpServer();

  @RegisterExtension
  static final RunningHouse house =
      new RunningHouse(
          Map.of(
              "PILOTHOUSE_ACTIONS_HTTP_ALLOWED_HOSTS", "127.0.0.1",
              "PILOTHOUSE_ACTIONS_MAIL_HOST", "127.0.0.1",
              "PILOTHOUSE_ACTIONS_MAIL_PORT", "" + mail.port(),
              "PILOTHOUSE_ACTIONS_MAIL_FROM", "house@example.org",
              "PILOTHOUSE_ACTIONS_MAIL_SECURITY", "none"));

  private static final Duration SOON = Duration.ofMinutes(2);

  @RegisterExtension final RecordingHttpServer server = new RecordingHttpServer();

  private final Admin admin = new Admin(house);

  @Test
  void goesThroughAChainWithEffectsOfEveryClass() {
    String type =
        admin.publish(
            """
            {"id": "look", "do": "http.request", "with": {"method": "GET", "url": "%1$s"}},
            {"id": "keyed", "do": "http.request", "with": {"method": "POST", "url": "%1$s", "body": {"of": "${event.subject}"}}, "idempotency": {"header": "Idempotency-Key"}},
            {"id": "once", "do": "http.request", "with": {"method": "POST", "url": "%1$s"}},
            {"id": "mail", "do": "mail.send", "with": {"to": "someone@example.org", "subject": "Deal ${event.subject}", "text": "Hello"}},
            {"id": "deal", "do": "crm.update_deal", "with": {"id": "${event.subject}", "fields": {"stage": "won"}}},
            {"id": "task", "do": "task.create", "with": {"title": "Look after deal ${steps.deal.id}"}},
            {"id": "choice", "if": "event.data.amount > 10", "then": [{"id": "sum", "do": "transform", "with": {"double": "${event.data.amount * 2}"}}]},
            {"id": "nap", "wait": "1s"}\
            """
                .formatted(server.url("/x")));

    String run = admin.send(type, "deal/9", "{\"amount\": 12}").getFirst();

    admin.awaitState(run, "finished");
    assertThat(server.acted().all())
        .extracting(ReceivedRequest::method)
        .containsExactly("GET", "POST", "POST");
    assertThat(server.acted().all().get(1).header("Idempotency-Key")).hasValue(run + ":keyed");
    assertThat(mail.acted().awaitCount(1, SOON).getFirst().subject()).hasValue("Deal deal/9");
    assertThat(effectClass(run, "look")).isEqualTo("pure");
    assertThat(effectClass(run, "keyed")).isEqualTo("keyed");
    assertThat(effectClass(run, "once")).isEqualTo("once");
    assertThat(admin.step(run, "sum").path("output").path("double").asInt()).isEqualTo(24);
    assertThat(admin.step(run, "task").path("output").path("title").asString())
        .isEqualTo("Look after deal 9");
  }

  @Test
  void writesAChangeOfARecordIntoTheJournalAndStartsWhatListensToIt() {
    String subject = "deal/" + System.nanoTime();
    String listener =
        admin.publish(
            "\"event\": \"crm.deal.created\", \"when\": \"event.subject == '%s'\""
                .formatted(subject)
                .replace("%", "%%"),
            "",
            "{\"id\": \"seen\", \"do\": \"transform\", \"with\": {\"stage\": \"${event.data.stage}\"}}");
    String type =
        admin.publish(
            "{\"do\": \"crm.update_deal\", \"with\": {\"id\": \"${event.subject}\", \"fields\": {\"stage\": \"won\"}}}");

    admin.awaitState(admin.send(type, subject, "{}").getFirst(), "finished");

    JsonNode entry =
        admin
            .get("/v1/events?type=crm.deal.created&subject=" + subject)
            .json()
            .path("items")
            .path(0);
    JsonNode whole = admin.get("/v1/events/" + entry.path("id").asString()).json();
    assertThat(whole.path("before").isNull()).isTrue();
    assertThat(whole.path("after").path("stage").asString()).isEqualTo("won");
    Wait.until(
        "the listener has run",
        SOON,
        () ->
            admin.get("/v1/runs?limit=200").json().path("items").findParents("automation").stream()
                .anyMatch(it ->
                    it.path("automation").asString().equals(listener)
                        && it.path("state").asString().equals("finished")));
  }

  @Test
  void sendsAKeyedCallAgainWithTheSameKeyUntilItIsAnswered() {
    String type =
        admin.publish(
            post("\"idempotency\": {\"header\": \"Key\"}, \"retry\": {\"first\": \"100ms\"}"));
    server.next(hangsUp(Moment.BEFORE_ANSWERING), failsWith(503));

    String run = admin.sendOne(type);

    admin.awaitState(run, "finished");
    assertThat(server.arrived().all())
        .extracting(request -> request.header("Key").orElse(""))
        .containsExactly(run + ":call", run + ":call", run + ":call");
    assertThat(admin.step(run, "call").path("attempts").asInt()).isEqualTo(3);
    JsonNode past = admin.get("/v1/runs/" + run + "/steps/call/attempts").json().path("items");
    assertThat(past).hasSize(2);
    assertThat(past.at("/0/error/code").asString()).isEqualTo("http.no_answer");
    assertThat(past.at("/1/error/message").asString()).contains("503");
    assertThat(past.at("/1/sentAt").asString()).isGreaterThan(past.at("/0/endedAt").asString());
  }

  @Test
  void asksAPersonAboutACallThatMayHaveActed() {
    String type =
        admin.publish(
            post("\"timeout\": \"10s\"")
                + ", {\"do\": \"transform\", \"with\": {\"of\": \"${steps.call.number}\"}}");
    server.next(hangsUp(Moment.BEFORE_ANSWERING));

    String run = admin.sendOne(type);

    JsonNode asking = admin.awaitState(run, "needs_person");
    assertThat(asking.path("waitsFor").asString()).contains("did 'http.request' happen");
    assertThat(server.arrived().count()).isOne();
    String effect = "/v1/effects/" + run + ":call/resolve";
    String word =
        "{\"happened\": true, \"output\": {\"number\": 7}, \"reason\": \"It stands in their books.\"}";
    assertThat(admin.post(effect, word).status()).isEqualTo(409);
    Wait.until(
        "the sender is certainly silent",
        SOON,
        () ->
            admin.post(effect, word).status() == 202
                || admin.run(run).path("state").asString().equals("finished"));
    admin.awaitState(run, "finished");
    assertThat(
            admin
                .get("/v1/events?type=effect.resolved&subject=run/" + run)
                .json()
                .path("items")
                .size())
        .isOne();
  }

  @Test
  void neverSendsACallTwiceThatMayHaveActedUnlessAPersonSaysItDidNot() {
    String type = admin.publish(post("\"timeout\": \"5s\""));
    server.next(hangsUp(Moment.BEFORE_ACTING));
    String run = admin.sendOne(type);
    admin.awaitState(run, "needs_person");

    String effect = "/v1/effects/" + run + ":call/resolve";
    Wait.until(
        "the word is taken",
        SOON,
        () ->
            admin.post(effect, "{\"happened\": false, \"reason\": \"They never saw it.\"}").status()
                < 300);

    admin.awaitState(run, "finished");
    assertThat(server.arrived().count()).isEqualTo(2);
    assertThat(server.acted().count()).isOne();
  }

  @Test
  void failsWithTheAnswerOfTheOtherSide() {
    String type = admin.publish(post("\"timeout\": \"60s\""));
    server.next(failsWith(422));

    String run = admin.sendOne(type);

    assertThat(admin.awaitState(run, "failed").path("reason").asString()).contains("422");
    assertThat(admin.step(run, "call").path("error").path("code").asString())
        .isEqualTo("http.status");
  }

  @Test
  void cutsTheCallUnderWayOnACancel() {
    String type = admin.publish(post("\"timeout\": \"60s\""));
    server.always(slow(Moment.BEFORE_ANSWERING, Duration.ofSeconds(50)));
    String run = admin.sendOne(type);
    server.arrived().awaitCount(1, SOON);

    long begun = System.nanoTime();
    assertThat(
            admin.post("/v1/runs/" + run + "/cancel", "{\"reason\": \"Wrong customer\"}").status())
        .isEqualTo(202);

    JsonNode cancelled = admin.awaitState(run, "cancelled");
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(45));
    assertThat(cancelled.path("reason").asString()).contains("Wrong customer");
    assertThat(admin.step(run, "call").path("effect").path("state").asString())
        .isEqualTo("unknown");
  }

  @Test
  void waitsWithoutAThreadAndGoesOnWhenTold() {
    String type = admin.publish("{\"id\": \"nap\", \"wait\": \"2h\"}");
    String run = admin.sendOne(type);
    assertThat(admin.awaitState(run, "waiting").path("waitsFor").asString())
        .contains("Waits until");

    assertThat(admin.post("/v1/runs/" + run + "/retry", "{}").status()).isEqualTo(202);

    admin.awaitState(run, "finished");
  }

  @Test
  void wakesByItselfWhenTheTimeHasCome() {
    String type = admin.publish("{\"id\": \"nap\", \"wait\": \"15s\"}");
    String run = admin.sendOne(type);
    admin.awaitState(run, "waiting");

    admin.awaitState(run, "finished");
  }

  @Test
  void standsStillWhilePaused() {
    String type =
        admin.publish("{\"id\": \"nap\", \"wait\": \"2h\"}, {\"do\": \"transform\", \"with\": {}}");
    String run = admin.sendOne(type);
    admin.awaitState(run, "waiting");
    assertThat(admin.post("/v1/runs/" + run + "/pause", "{\"reason\": \"Wait for Ann\"}").status())
        .isEqualTo(202);
    admin.awaitState(run, "paused");
    assertThat(admin.post("/v1/runs/" + run + "/retry", "{}").status()).isEqualTo(409);

    assertThat(admin.post("/v1/runs/" + run + "/resume", "{}").status()).isEqualTo(202);

    admin.awaitState(run, "waiting");
    assertThat(
            admin.post("/v1/runs/" + run + "/steps/nap/skip", "{\"reason\": \"No need\"}").status())
        .isEqualTo(202);
    admin.awaitState(run, "finished");
    assertThat(admin.step(run, "nap").path("state").asString()).isEqualTo("skipped");
  }

  @Test
  void takesRunsOfOneKeyInTheOrderOfTheirEvents() {
    String type =
        admin.publish(
            "\"event\": \"%s\"",
            "\"concurrency\": {\"key\": \"${event.subject}\"},",
            "{\"id\": \"call\", \"do\": \"http.request\", \"with\": {\"method\": \"POST\", \"url\": \"%s\", \"body\": {\"n\": \"${event.data.n}\"}}}"
                .formatted(server.url("/x")));
    List<String> runs =
        IntStream.range(0, 6)
            .mapToObj(number -> admin.send(type, "deal/1", "{\"n\": " + number + "}").getFirst())
            .toList();

    runs.forEach(run -> admin.awaitState(run, "finished"));

    assertThat(server.acted().all())
        .extracting(ReceivedRequest::body)
        .containsExactly(
            "{\"n\":0}", "{\"n\":1}", "{\"n\":2}", "{\"n\":3}", "{\"n\":4}", "{\"n\":5}");
  }

  @Test
  void keepsLargeOutputsApartAndHandsThemOn() {
    String type =
        admin.publish(
            "{\"id\": \"large\", \"do\": \"transform\", \"with\": {\"text\": \"${event.data.text}\"}}, {\"id\": \"size\", \"do\": \"transform\", \"with\": {\"n\": \"${size(steps.large.text)}\"}}");

    String run = admin.send(type, "", "{\"text\": \"" + "x".repeat(100_000) + "\"}").getFirst();

    admin.awaitState(run, "finished");
    assertThat(admin.step(run, "size").path("output").path("n").asInt()).isEqualTo(100_000);
    assertThat(admin.run(run).toString().length()).isLessThan(50_000);
  }

  private String post(String more) {
    return "{\"id\": \"call\", \"do\": \"http.request\", \"with\": {\"method\": \"POST\", \"url\": \"%s\"}, %s}"
        .formatted(server.url("/x"), more);
  }

  private String effectClass(String run, String step) {
    return admin.step(run, step).path("effect").path("class").asString();
  }
}
