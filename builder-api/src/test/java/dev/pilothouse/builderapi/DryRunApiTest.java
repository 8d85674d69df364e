package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Records.Search;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DryRunApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String WON =
      "\"event\": {\"type\": \"crm.deal.won\", \"subject\": \"deal/42\", \"data\": {\"amount\": 12000}}";

  private final String name = "Greet " + RunId.next();

  @AfterAll
  static void close() {
    API.close();
  }

  @AfterEach
  void refuseNothing() {
    API.handover.answer = new Handover.Answer.Fits();
  }

  @Test
  void showsEachStepWithWhatItWouldDo() {
    Reply reply =
        tried(
            """
            {"id": "sum", "do": "transform", "with": {"double": "${event.data.amount * 2}"}},
            {"id": "task", "do": "task.create", "with": {"title": "Look after ${event.subject}"}},
            {"id": "bill", "do": "http.request", "with": {"url": "https://billing.example"}},
            {"id": "after", "set": {"status": "${steps.bill.status}"}}\
            """,
            WON);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/wouldStart")).isEqualTo("true");
    assertThat(reply.at("/version")).isEqualTo("draft");
    assertThat(reply.at("/steps/0/output")).isEqualTo("{\"double\":24000}");
    assertThat(reply.json().at("/steps/0").has("assumed")).isFalse();
    assertThat(reply.at("/steps/1/preview/sentence")).isEqualTo("Opens a task.");
    assertThat(reply.at("/steps/1/preview/details/changes/0/after/title"))
        .isEqualTo("Look after deal/42");
    assertThat(reply.at("/steps/1/assumed")).isEqualTo("preview");
    assertThat(reply.at("/steps/2/preview/details/sends/url")).isEqualTo("https://billing.example");
    assertThat(reply.at("/steps/2/assumed")).isEqualTo("example");
    assertThat(reply.at("/steps/2/output"))
        .isEqualTo(
            "{\"status\":200,\"id\":\"id\",\"tags\":[true],\"same\":{\"url\":\"https://billing.example\"}}");
    assertThat(reply.at("/steps/3/output")).isEqualTo("{\"status\":200}");
    assertThat(reply.at("/ends/state")).isEqualTo("finished");
    assertThat(tasks()).isEmpty();
  }

  @Test
  void showsTheWaysThatAreTakenAndThoseThatAreNot() {
    Reply reply =
        tried(
            """
            {"id": "big", "if": "event.data.amount > 50000", "then": [{"id": "tell", "do": "transform"}], "else": [{"id": "no", "do": "transform"}]},
            {"id": "pick", "switch": "event.subject", "cases": {"deal/42": [{"id": "this", "do": "transform"}]}}\
            """,
            WON);

    assertThat(reply.at("/steps/0/branches/0"))
        .isEqualTo(
            "{\"name\":\"then\",\"taken\":false,\"why\":\"'event.data.amount > 50000' is false:"
                + " event.data.amount was 12000 (sent by dry-run).\",\"steps\":[\"tell\"]}");
    assertThat(reply.at("/steps/0/branches/1/taken")).isEqualTo("true");
    assertThat(reply.at("/steps/1/id")).isEqualTo("no");
    assertThat(reply.at("/steps/2/branches/0/why")).isEqualTo("'event.subject' gave 'deal/42'.");
    assertThat(reply.at("/steps/3/id")).isEqualTo("this");
  }

  @Test
  void passesByWaitsAndSaysHowLongTheyLast() {
    Reply reply =
        tried(
            """
            {"id": "nap", "wait": "2h"},
            {"id": "paid", "wait": {"event": "invoice.paid", "where": {"data.invoice": "7"}, "for": "3d"}},
            {"id": "seen", "set": {"invoice": "${steps.paid.event.data.invoice}"}}\
            """,
            WON);

    assertThat(reply.at("/steps/0/lasts")).isEqualTo("2h");
    assertThat(reply.at("/steps/0/assumed")).isEqualTo("time");
    assertThat(reply.at("/steps/1/lasts")).isEqualTo("3d");
    assertThat(reply.at("/steps/1/assumed")).isEqualTo("example");
    assertThat(reply.at("/steps/2/output")).isEqualTo("{\"invoice\":\"7\"}");
  }

  @Test
  void takesWhatIsSaidOfAStepForItsOutcome() {
    String chain =
        """
        {"id": "bill", "do": "http.request", "with": {}, "on_error": [{"id": "sorry", "set": {"why": "${error.message}"}}]},
        {"id": "after", "if": "has(steps.bill.status) && steps.bill.status == 409", "then": [{"id": "known", "do": "transform"}]}\
        """;

    Reply known = tried(chain, WON + ", \"assume\": {\"bill\": {\"output\": {\"status\": 409}}}");
    Reply failed = tried(chain, WON + ", \"assume\": {\"bill\": {\"error\": \"No route\"}}");

    assertThat(known.at("/steps/0/assumed")).isEqualTo("given");
    assertThat(known.at("/steps/2/id")).isEqualTo("known");
    assertThat(known.at("/steps/1/branches/0/why")).contains("steps.bill.status == 409");
    assertThat(failed.at("/steps/0/state")).isEqualTo("failed");
    assertThat(failed.at("/steps/1/output")).isEqualTo("{\"why\":\"No route\"}");
  }

  @Test
  void saysWhyAnEventWouldNotStartIt() {
    String steps = "{\"id\": \"a\", \"do\": \"transform\"}";
    String id =
        create(steps, "{\"event\": \"crm.deal.won\", \"when\": \"event.data.amount > 50000\"}");

    Reply reply = tryOut(id, WON);
    Reply other = tryOut(id, "\"event\": {\"type\": \"task.created\"}");
    Reply anyway = tryOut(id, WON + ", \"anyway\": true");

    assertThat(reply.at("/wouldStart")).isEqualTo("false");
    assertThat(reply.at("/why"))
        .isEqualTo(
            "'event.data.amount > 50000' is false: event.data.amount was 12000 (sent by dry-run).");
    assertThat(reply.at("/triggers/0/accepts")).isEqualTo("false");
    assertThat(reply.at("/steps")).isEqualTo("[]");
    assertThat(reply.json().at("/ends").isNull()).isTrue();
    assertThat(other.at("/why")).isEqualTo("It listens to crm.deal.won, and this is task.created.");
    assertThat(anyway.at("/wouldStart")).isEqualTo("false");
    assertThat(anyway.at("/steps/0/id")).isEqualTo("a");
  }

  @Test
  void takesAnEventOfTheJournal() {
    JournalEntry entry =
        API.journal.add(
            new CloudEvent(
                "/crm",
                "1",
                "crm.deal.won",
                "deal/7",
                Instant.EPOCH,
                new EventData.Parsed(new Json("{\"amount\": 1}"))));

    Reply reply =
        tried(
            "{\"id\": \"a\", \"do\": \"transform\", \"with\": {\"of\": \"${event.subject}\"}}",
            "\"event\": \"" + entry.entry().id() + "\"");

    assertThat(reply.at("/steps/0/output")).isEqualTo("{\"of\":\"deal/7\"}");
    assertThat(tried("{\"do\": \"transform\"}", "\"event\": \"nonsense\"").at("/errors/0/message"))
        .isEqualTo("There is no event 'nonsense' here.");
  }

  @Test
  void takesWhatSomebodyFillsInWhoStartsItByHand() {
    Reply reply =
        tryOut(
            create(
                "{\"id\": \"a\", \"do\": \"transform\", \"with\": {\"of\": \"${event.data.customer}\"}}",
                "{\"manual\": \"Go\"}"),
            "\"input\": {\"customer\": \"Acme\"}");

    assertThat(reply.at("/wouldStart")).isEqualTo("true");
    assertThat(reply.at("/steps/0/output")).isEqualTo("{\"of\":\"Acme\"}");
  }

  @Test
  void saysWhyNobodyCouldStartItByHandWithThis() {
    String id = create("{\"do\": \"transform\"}", "{\"event\": \"crm.deal.won\"}");

    API.handover.answer = new Handover.Answer.NotSo("It has no 'api' trigger.");
    Reply refused = tryOut(id, "\"input\": {}");
    API.handover.answer =
        new Handover.Answer.Unfit(List.of(new Misfit("input.a", "Expected 'input.a'.")));
    Reply unfit = tryOut(id, "\"input\": {}");

    assertThat(refused.at("/wouldStart")).isEqualTo("false");
    assertThat(refused.at("/why")).isEqualTo("It has no 'api' trigger.");
    assertThat(refused.at("/steps")).isEqualTo("[]");
    assertThat(unfit.at("/why")).contains("asks for other input. Expected 'input.a'.");
    assertThat(tryOut(id, "\"input\": 1").at("/errors/0/path")).isEqualTo("input");
  }

  @Test
  void tellsOfACallThatWouldBeRefused() {
    String called = create("{\"do\": \"transform\"}", "{\"api\": {}}");
    API.postJson(BUILDER, "/v1/automations/" + called + "/publish", "{}");
    String step = "{\"id\": \"bill\", \"call\": \"" + called + "\"}";

    API.handover.answer =
        new Handover.Answer.Unfit(List.of(new Misfit("with.a", "Expected 'with.a'.")));
    Reply unfit = tried(step, WON);
    API.handover.answer = new Handover.Answer.Fits();
    API.postJson(BUILDER, "/v1/automations/" + called + "/pause", "{\"reason\": \"Wait\"}");
    Reply paused = tried(step, WON);

    assertThat(unfit.at("/ends/state")).isEqualTo("failed");
    assertThat(unfit.at("/ends/reason")).contains("Expected 'with.a'.");
    assertThat(paused.at("/steps/0/state")).isEqualTo("failed");
    assertThat(paused.at("/ends/reason")).contains("took no run: it is paused.");
  }

  @Test
  void goesOnBehindACallThatOnlyValuesOfTheTryDoNotFit() {
    String called = create("{\"do\": \"transform\"}", "{\"api\": {}}");
    API.postJson(BUILDER, "/v1/automations/" + called + "/publish", "{}");
    API.handover.answer =
        new Handover.Answer.Unfit(List.of(new Misfit("with.a", "Expected 'with.a'.")));
    Reply reply =
        tried(
            "{\"id\": \"get\", \"do\": \"http.request\", \"with\": {\"url\": \"https://billing.example\"}},"
                + "{\"id\": \"bill\", \"call\": \""
                + called
                + "\"}",
            WON);
    API.handover.answer = new Handover.Answer.Fits();

    assertThat(reply.at("/ends/state")).isEqualTo("finished");
    assertThat(reply.text()).contains("made up for this try").contains("Expected 'with.a'.");
  }

  @Test
  void triesADefinitionThatIsSentAlsoAsText() {
    String id = create("{\"do\": \"transform\"}", "{\"event\": \"crm.deal.won\"}");

    Reply reply =
        tryOut(
            id,
            WON
                + ", \"definition\": \"name: Sent\\non:\\n  - event: crm.*\\nsteps:\\n  - id: sent\\n    do: transform\\n\"");
    Reply mistaken = tryOut(id, WON + ", \"definition\": {\"name\": \"x\"}");

    assertThat(reply.at("/automation")).isEqualTo("Sent");
    assertThat(reply.at("/version")).isEqualTo("sent");
    assertThat(reply.at("/steps/0/id")).isEqualTo("sent");
    assertThat(mistaken.status()).isEqualTo(400);
    assertThat(mistaken.at("/detail"))
        .isEqualTo("This definition cannot be carried out as it stands.");
  }

  @Test
  void triesAPublishedVersion() {
    String id = create("{\"id\": \"old\", \"do\": \"transform\"}", "{\"event\": \"crm.deal.won\"}");
    assertThat(API.postJson(BUILDER, "/v1/automations/" + id + "/publish", "{}").status())
        .isEqualTo(200);

    Reply reply = tryOut(id, WON + ", \"version\": 1");

    assertThat(reply.at("/version")).isEqualTo("1");
    assertThat(reply.at("/steps/0/id")).isEqualTo("old");
    assertThat(tryOut(id, WON + ", \"version\": \"9\"").status()).isEqualTo(404);
  }

  @Test
  void tellsOfACallWhetherThereIsWhatItCalls() {
    Reply missing = tried("{\"id\": \"bill\", \"call\": \"Nobody\"}", WON);
    String called = create("{\"do\": \"transform\"}", "{\"api\": {}}");
    API.postJson(BUILDER, "/v1/automations/" + called + "/publish", "{}");
    Reply there = tried("{\"id\": \"bill\", \"call\": \"" + called + "\"}", WON);

    assertThat(missing.at("/steps/0/state")).isEqualTo("failed");
    assertThat(missing.at("/ends/state")).isEqualTo("failed");
    assertThat(missing.at("/ends/reason")).contains("Nobody");
    assertThat(there.at("/steps/0/preview/sentence")).contains("waits for its end, at most 7d");
    assertThat(there.at("/steps/0/output/state")).isEqualTo("finished");
  }

  @Test
  void goesOnWhereAStepCannotBeShown() {
    Reply reply =
        tried(
            "{\"id\": \"a\", \"do\": \"task.create\"}, {\"id\": \"again\", \"do\": \"task.create\"}",
            WON);

    assertThat(reply.at("/steps/1/preview/sentence"))
        .startsWith("What it would do cannot be shown now");
    assertThat(reply.at("/ends/state")).isEqualTo("finished");
  }

  @Test
  void breaksOffALongLoop() {
    Reply reply =
        tried(
            "{\"id\": \"each\", \"for_each\": \"list.range(1, 10000)\", \"steps\": [{\"id\": \"a\", \"do\": \"transform\"}]}",
            WON);

    assertThat(reply.json().path("steps")).hasSize(DryRunController.MOST_STEPS);
    assertThat(reply.at("/steps/7/id")).isEqualTo("each.7.a");
    assertThat(reply.at("/ends/words"))
        .isEqualTo("Broken off after 300 steps: a run goes on from here.");
  }

  @Test
  void saysWhatStandsBetweenTheEventAndItsRun() {
    String id =
        created(
            """
            {"name": "%s", "on": [{"event": "crm.deal.won"}], "steps": [],
              "concurrency": {"key": "${event.subject}", "mode": "skip"}, "dedupe": {"key": "${event.subject}", "window": "1h"},
              "throttle": {"limit": 5, "per": "1m"}}\
            """
                .formatted(name));

    assertThat(tryOut(id, WON).json().path("admission").valueStream().map(it -> it.asString()))
        .containsExactly(
            "Only where no event with the same key, 'deal/42', has started one within 1h.",
            "Only where fewer than 5 runs began within 1m.",
            "Only while no other run of the key 'deal/42' is under way.");
  }

  @Test
  void namesAllThatIsWrongWithTheRequest() {
    String id = create("{\"do\": \"transform\"}", "{\"event\": \"crm.deal.won\"}");

    assertThat(tryOut(id, "\"evnt\": 1").at("/errors/0/path")).isEqualTo("evnt");
    assertThat(tryOut(id, "").at("/errors/0/message")).contains("found neither");
    assertThat(tryOut(id, WON + ", \"assume\": {\"a\": {}}").at("/errors/0/path"))
        .isEqualTo("assume.a");
    assertThat(tryOut(id, "\"event\": {}").at("/errors/0/path")).isEqualTo("event.type");
    assertThat(API.postJson(BUILDER, "/v1/automations/" + id + "/dry-run", "[]").status())
        .isEqualTo(400);
    assertThat(API.postJson(BUILDER, "/v1/automations/" + id + "/dry-run", "{").status())
        .isEqualTo(400);
    assertThat(API.postJson(BUILDER, "/v1/automations/nonsense/dry-run", "{}").status())
        .isEqualTo(404);
    assertThat(API.postJson(OPERATOR, "/v1/automations/" + id + "/dry-run", "{}").status())
        .isEqualTo(403);
  }

  private Reply tried(String steps, String asked) {
    return tryOut(create(steps, "{\"event\": \"crm.deal.won\"}"), asked);
  }

  private static Reply tryOut(String id, String asked) {
    return API.postJson(BUILDER, "/v1/automations/" + id + "/dry-run", "{" + asked + "}");
  }

  private static String create(String steps, String trigger) {
    return created(
        "{\"name\": \"%s\", \"on\": [%s], \"steps\": [%s]}"
            .formatted("Greet " + RunId.next(), trigger, steps));
  }

  private static String created(String definition) {
    return API.automations
        .create(
            AccountsFake.TENANT, "Greet " + RunId.next(), Draft.of(new Json(definition)), "test")
        .orElseThrow()
        .toString();
  }

  private static List<?> tasks() {
    return API.records.page(AccountsFake.TENANT, RecordKind.TASK, Search.ALL, Optional.empty(), 10);
  }
}
