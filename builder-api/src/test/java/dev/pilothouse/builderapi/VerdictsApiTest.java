package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StoredVerdict.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class VerdictsApiTest {
  private static final ApiServer API = new ApiServer();

  private final Instant begun = Instant.now();
  private final String type = "test." + UUID.randomUUID();
  private final String path = made("event.data.amount >= 1000.0");

  @AfterAll
  static void close() {
    API.close();
  }

  // ------------------------------------------------------------------ of an event

  @Test
  void saysWhichConditionWasNotMetAndWhatItSaw() {
    publish();

    Reply reply = ofEvent(came("{\"amount\": 999.0}"), "");

    assertThat(reply.json().path("items").size()).isOne();
    assertThat(reply.at("/items/0/automation")).startsWith(type);
    assertThat(reply.at("/items/0/verdict")).isEqualTo("not_met");
    assertThat(reply.at("/items/0/reason"))
        .isEqualTo(
            "'event.data.amount >= 1000.0' is false: event.data.amount was 999.0 (sent by /tests).");
    assertThat(reply.at("/items/0/number")).isEqualTo("1");
    assertThat(reply.at("/items/0/then/state")).isEqualTo("published");
    assertThat(reply.at("/items/0/triggers/0/when")).isEqualTo("event.data.amount >= 1000.0");
    assertThat(reply.at("/items/0/triggers/0/saw"))
        .isEqualTo(
            "[{\"path\":\"event.data.amount\",\"value\":999.0,\"missing\":false,\"from\":\"sent by /tests\"}]");
    assertThat(reply.at("/next")).isEmpty();
    assertThat(reply.at("/items/0/event/type")).isEqualTo(type);
  }

  @Test
  void saysWhichVersionItWasThen() {
    publish();
    JournalEntry event = came("{\"amount\": 999.0}");
    save("event.data.amount >= 1.0");
    publish();

    Reply reply = ofEvent(event, "");

    assertThat(reply.at("/items/0/reason")).endsWith("It was version 1 then; now it is version 2.");
    assertThat(reply.at("/items/0/number")).isEqualTo("1");
    assertThat(reply.at("/items/0/now/number")).isEqualTo("2");
  }

  @Test
  void showsNoValueThatIsNotThere() {
    publish();

    Reply reply = ofEvent(came("{}"), "");

    assertThat(reply.at("/items/0/reason")).contains("there is no event.data.amount");
    assertThat(reply.at("/items/0/triggers/0/saw"))
        .isEqualTo(
            "[{\"path\":\"event.data.amount\",\"missing\":true,\"from\":\"sent by /tests\"}]");
  }

  @Test
  void showsTheBeginningOfALongValue() {
    save("event.data.text == ''");
    publish();

    Reply reply = ofEvent(came("{\"text\": \"" + "x".repeat(5_000) + "\"}"), "");

    assertThat(reply.at("/items/0/triggers/0/saw/0/preview")).hasSize(1_001).endsWith("x…");
    assertThat(reply.json().at("/items/0/triggers/0/saw/0").has("value")).isFalse();
  }

  @Test
  void saysThatItWasPublishedOnlyLaterOrNever() {
    JournalEntry event = came("{\"amount\": 5000.0}");

    assertThat(ofEvent(event, "").at("/items/0/reason"))
        .isEqualTo("It was never published, so that no event starts it.");

    publish();
    Reply later = ofEvent(event, "");
    assertThat(later.at("/items/0/verdict")).isEqualTo("not_published");
    assertThat(later.at("/items/0/reason"))
        .startsWith("It was published only later: version 1 on ")
        .contains("UTC, by Who is key/");
    assertThat(later.json().at("/items/0/then").isNull()).isTrue();
  }

  @Test
  void saysThatItWasArchivedThenOrPausedBeside() {
    publish();
    pause();
    JournalEntry whilePaused = came("{\"amount\": 1.0}");
    var _ = API.postJson(BUILDER, path + "/archive", "{}");
    JournalEntry whileArchived = came("{\"amount\": 5000.0}");

    assertThat(ofEvent(whilePaused, "").at("/items/0/reason"))
        .contains("is false")
        .endsWith("It was paused then as well.");
    assertThat(ofEvent(whileArchived, "").at("/items/0/verdict")).isEqualTo("archived");
    assertThat(ofEvent(whileArchived, "").at("/items/0/reason")).startsWith("It was archived then");
  }

  @Test
  void tellsWhatWasKept() {
    publish();
    JournalEntry event = came("{\"amount\": 5000.0}");
    RunId run = RunId.next();
    API.verdicts.keep(event, id(), Kind.DEDUPLICATED, "Another one came before.", run);

    Reply reply = ofEvent(event, "");

    assertThat(reply.at("/items/0/verdict")).isEqualTo("deduplicated");
    assertThat(reply.at("/items/0/reason")).isEqualTo("Another one came before.");
    assertThat(reply.at("/items/0/run")).isEqualTo(run.toString());
    assertThat(reply.at("/items/0/triggers")).isEqualTo("[]");
  }

  @Test
  void saysWhoPausedIt() {
    publish();
    pause();
    JournalEntry event = came("{\"amount\": 5000.0}");
    API.verdicts.keep(event, id(), Kind.PAUSED, "Not started.", RunId.next());

    assertThat(ofEvent(event, "").at("/items/0/reason"))
        .startsWith("Not started. Who is key/")
        .contains(" did so on ")
        .endsWith(": Wait for legal");
  }

  @Test
  void namesWhatIsKeptOfNothing() {
    save("true");
    publish();
    JournalEntry later = came("{}");
    pause(); // so near to the event that it may have met it, but that explains nothing

    assertThat(ofEvent(later, "").at("/items/0/verdict")).isEqualTo("untold");
  }

  @Test
  void explainsWhatAChangeInThatMomentMadeOfIt() {
    save("true");
    publish();
    JournalEntry event = came("{\"amount\": 1.0}");
    save("event.data.amount > 2.0");
    publish();

    Reply reply = ofEvent(event, "");

    assertThat(reply.at("/items/0/verdict")).isEqualTo("not_met");
    assertThat(reply.at("/items/0/number")).isEqualTo("2");
    assertThat(reply.at("/items/0/reason")).contains("It was changed in that moment (published on");
  }

  @Test
  void answersOfAnyAutomationThatIsAskedFor() {
    publish();
    JournalEntry other = API.journal.add(event("other.type", "{}"));

    Reply reply = ofEvent(other, "?automation=" + id());

    assertThat(reply.at("/items/0/verdict")).isEqualTo("other_type");
    assertThat(reply.at("/items/0/reason"))
        .isEqualTo("It listens to " + type + ", and this is other.type.");
    assertThat(ofEvent(other, "?automation=" + AutomationId.next()).status()).isEqualTo(404);
  }

  @Test
  void saysOfAnEntryForOneAloneWhoIsMeant() {
    publish();
    JournalEntry addressed =
        API.journal.add(
            NewEntry.fromOutside(AccountsFake.TENANT, "key/1", event(type, "{}"))
                .addressedTo(Address.of(id())));
    String other = made("true");

    assertThat(ofEvent(addressed, "").json().path("items").size()).isOne();
    assertThat(ofEvent(addressed, "?automation=" + id(other)).at("/items/0/reason"))
        .isEqualTo(
            "This event is for the automation %s alone, of which key/1 asked for a run."
                .formatted(id()));
  }

  @Test
  void pagesAndFiltersByVerdict() {
    publish();
    made("false");
    made("false");
    JournalEntry event = came("{\"amount\": 999.0}");

    Reply first = ofEvent(event, "?limit=2");
    Reply second = ofEvent(event, "?limit=2&before=" + first.at("/next"));

    assertThat(first.json().path("items").size()).isEqualTo(2);
    assertThat(second.json().path("items").size()).isOne();
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(ofEvent(event, "?verdict=not_met,fired").json().path("items").size()).isOne();
    assertThat(ofEvent(event, "?verdict=paused").at("/items")).isEqualTo("[]");
  }

  @Test
  void refusesWhatCannotBeAsked() {
    JournalEntry event = came("{}");

    assertThat(ofEvent(event, "?verdict=maybe").at("/detail"))
        .contains("loop_cut, not_met, other_type")
        .contains("'maybe'");
    assertThat(ofEvent(event, "?before=first").status()).isEqualTo(400);
    assertThat(ofEvent(event, "?limit=0").status()).isEqualTo(400);
    assertThat(API.get(VIEWER, "/v1/events/" + UUID.randomUUID() + "/verdicts").status())
        .isEqualTo(404);
    assertThat(API.get(VIEWER, "/v1/automations/nonsense/verdicts").status()).isEqualTo(404);
    assertThat(ofAutomation("&verdict=throttled&before=first").status()).isEqualTo(400);
    assertThat(ofAutomation("&before=first").status()).isEqualTo(400);
    assertThat(ofAutomation("&until=noon").status()).isEqualTo(400);
  }

  // ------------------------------------------------------------------ of an automation

  @Test
  void goesBackThroughTheEventsOfAnAutomation() {
    publish();
    List<JournalEntry> events =
        IntStream.range(0, 25).mapToObj(n -> came("{\"amount\": " + n + ".0}")).toList();
    API.verdicts.keep(events.getLast(), id(), Kind.FIRED, "", RunId.next());

    Reply first = ofAutomation("&limit=12");
    Reply second = ofAutomation("&limit=200&before=" + first.at("/next"));

    assertThat(first.json().path("items").size()).isEqualTo(12);
    assertThat(first.at("/items/0/verdict")).isEqualTo("fired");
    assertThat(first.at("/items/0/reason")).isEqualTo("It started a run.");
    assertThat(first.at("/items/1/reason")).contains("event.data.amount was 23.0");
    assertThat(first.at("/lookedBackTo")).isEqualTo(events.get(13).recordedAt().toString());
    assertThat(second.json().path("items").size()).isEqualTo(13);
    assertThat(second.at("/lookedAt")).isEqualTo("13");
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(second.json().path("lookedBackTo").isNull()).isTrue();
  }

  @Test
  void readsRefusalsWithoutLookingThroughTheJournal() {
    publish();
    List<JournalEntry> events =
        IntStream.range(0, 3).mapToObj(_ -> came("{\"amount\": 5000.0}")).toList();
    events.forEach(it -> API.verdicts.keep(it, id(), Kind.THROTTLED, "Too many.", RunId.next()));

    Reply first = ofAutomation("&verdict=throttled,skipped&limit=2");
    Reply second = ofAutomation("&verdict=throttled,skipped&limit=2&before=" + first.at("/next"));

    assertThat(first.json().path("items").size()).isEqualTo(2);
    assertThat(first.at("/items/0/event/id")).isEqualTo(events.getLast().entry().id().toString());
    assertThat(second.json().path("items").size()).isOne();
    assertThat(second.json().path("next").isNull()).isTrue();
  }

  private Reply ofEvent(JournalEntry event, String query) {
    return API.get(VIEWER, "/v1/events/" + event.entry().id() + "/verdicts" + query);
  }

  private Reply ofAutomation(String query) {
    return API.get(VIEWER, path + "/verdicts?from=" + begun + query);
  }

  private String made(String when) {
    Reply made =
        API.postJson(
            BUILDER, MadeAutomation.AUTOMATIONS, definition(type + " " + UUID.randomUUID(), when));
    return made.header("Location");
  }

  private void save(String when) {
    String tag = API.get(VIEWER, path).header("ETag");
    assertThat(API.put(BUILDER, path + "/draft", tag, definition(type, when)).status())
        .isEqualTo(200);
  }

  private String definition(String name, String when) {
    return """
    {"name": "%s", "on": [{"event": "%s", "when": "%s"}], "steps": [{"do": "transform", "with": {}}]}\
    """
        .formatted(name, type, when);
  }

  private void publish() {
    assertThat(API.postJson(BUILDER, path + "/publish", "{}").status()).isEqualTo(200);
  }

  private void pause() {
    assertThat(API.postJson(BUILDER, path + "/pause", "{\"reason\": \"Wait for legal\"}").status())
        .isEqualTo(200);
  }

  private AutomationId id() {
    return id(path);
  }

  private static AutomationId id(String path) {
    return AutomationId.parse(path.substring(MadeAutomation.AUTOMATIONS.length() + 1))
        .orElseThrow();
  }

  private JournalEntry came(String data) {
    return API.journal.add(event(type, data));
  }

  private static CloudEvent event(String type, String data) {
    return new CloudEvent(
        "/tests",
        UUID.randomUUID().toString(),
        type,
        "deal/42",
        Instant.now(),
        new EventData.Parsed(new Json(data)));
  }
}
