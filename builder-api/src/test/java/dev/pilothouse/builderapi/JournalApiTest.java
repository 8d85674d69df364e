package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Journal.Filter;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class JournalApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String EVENTS = "/v1/events";

  /// Tests share the journal; each has a type of its own.
  private final String type = "test." + UUID.randomUUID();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void pagesThroughTheJournalFromTheNewest() {
    IntStream.range(0, 5).forEach(this::add);

    Reply first = API.get(VIEWER, EVENTS + "?limit=3&type=" + type);
    Reply second =
        API.get(VIEWER, EVENTS + "?limit=3&type=" + type + "&before=" + first.at("/next"));

    assertThat(subjects(first)).containsExactly("deal/4", "deal/3", "deal/2");
    assertThat(subjects(second)).containsExactly("deal/1", "deal/0");
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(first.json().at("/items/0").has("data")).isFalse();
  }

  @Test
  void handsOnAllFilters() {
    API.get(
        VIEWER,
        EVENTS
            + "?type=crm.*&subject=deal/42&source=/crm&from=2026-11-20T10:00:00%2B01:00&until=2026-11-21T00:00:00Z");

    assertThat(API.journal.filters)
        .contains(
            new Filter(
                "crm.*",
                "deal/42",
                "/crm",
                Optional.of(Instant.parse("2026-11-20T09:00:00Z")),
                Optional.of(Instant.parse("2026-11-21T00:00:00Z"))));
  }

  @Test
  void asksForWhatOneRunWrote() {
    RunId run = RunId.next();

    API.get(VIEWER, EVENTS + "?run=" + run);

    assertThat(API.journal.filters)
        .contains(new Filter("", "", "", Optional.empty(), Optional.empty(), Optional.of(run)));
  }

  @Test
  void refusesWhatCannotBeAsked() {
    assertRefused("?from=yesterday", "2026-11-20T09:58:00Z");
    assertRefused("?run=seven", "Expected 'run' as an id");
    assertRefused("?before=first", "'next' of an earlier page");
    assertRefused("?limit=0", "between 1 and 200");
    assertRefused("?include=data", "Expected 'include' as 'outcome'");
  }

  @Test
  void showsAChangeWithItsCause() {
    EventId cause = EventId.next();
    RunId run = RunId.next();
    JournalEntry entry =
        API.journal.add(
            new NewEntry(
                EventId.next(),
                AccountsFake.TENANT,
                event("deal/42"),
                Optional.of(new Change(Json.NULL, new Json("{\"stage\":\"won\"}"))),
                "run/" + run,
                Optional.of(new Cause(cause, run, 2))));

    Reply reply = API.get(VIEWER, EVENTS + "/" + entry.entry().id());

    assertThat(reply.at("/subject")).isEqualTo("deal/42");
    assertThat(reply.at("/data")).isEqualTo("{\"n\":1.25}");
    assertThat(reply.at("/before")).isEmpty();
    assertThat(reply.at("/after")).isEqualTo("{\"stage\":\"won\"}");
    assertThat(reply.at("/cause/event")).isEqualTo(cause.toString());
    assertThat(reply.at("/cause/depth")).isEqualTo("2");
  }

  @Test
  void saysInARowWhatChanged() {
    Json before = new Json("{\"id\":\"42\",\"stage\":\"offer\",\"a\":1,\"b\":1,\"same\":[1]}");
    Json after =
        new Json(
            "{\"id\":\"43\",\"stage\":\"won\",\"a\":{\"n\":2},\"same\":[1],\"note\":\"%s\"}"
                .formatted("x".repeat(100)));
    API.journal.add(
        new NewEntry(
            EventId.next(),
            AccountsFake.TENANT,
            event("deal/42"),
            Optional.of(new Change(before, after)),
            "key/1",
            Optional.empty()));

    Reply rows = API.get(VIEWER, EVENTS + "?type=" + type);

    assertThat(rows.at("/items/0/subject")).isEqualTo("deal/42");
    assertThat(rows.at("/items/0/changes/0"))
        .isEqualTo("{\"field\":\"stage\",\"before\":\"offer\",\"after\":\"won\"}");
    assertThat(rows.at("/items/0/changes/1/after")).isEqualTo("{\"n\":2}");
    assertThat(rows.json().at("/items/0/changes/2/after").isNull()).isTrue();
    assertThat(rows.at("/items/0/moreChanges")).isEqualTo("1");
    assertThat(rows.json().at("/items/0").has("before")).isFalse();
  }

  @Test
  void saysInARowWhatCameOfItWhereThatIsAskedFor() {
    JournalEntry heard = add(0);
    add(1);
    keep(heard, Kind.FIRED);
    keep(heard, Kind.FIRED);
    keep(heard, Kind.PAUSED);

    Reply told = API.get(VIEWER, EVENTS + "?include=outcome&type=" + type);
    Reply usual = API.get(VIEWER, EVENTS + "?type=" + type);

    assertThat(told.at("/items/0/outcome")).isEqualTo("{\"runs\":0,\"held\":0,\"more\":false}");
    assertThat(told.at("/items/1/outcome")).isEqualTo("{\"runs\":2,\"held\":1,\"more\":false}");
    assertThat(told.at("/items/1/subject")).isEqualTo("deal/0");
    assertThat(usual.json().at("/items/1").has("outcome")).isFalse();
  }

  @Test
  void showsBytesAsTheyCame() {
    CloudEvent sent =
        new CloudEvent(
            "/tests", type, type, "", Instant.now(), new EventData.Raw("text/csv", "YTti"));
    JournalEntry entry = API.journal.add(sent);

    Reply reply = API.get(VIEWER, EVENTS + "/" + entry.entry().id());

    assertThat(reply.at("/dataContentType")).isEqualTo("text/csv");
    assertThat(reply.at("/dataBase64")).isEqualTo("YTti");
    assertThat(reply.json().has("data")).isFalse();
  }

  @Test
  void saysThatAnEventIsNotHere() {
    assertThat(API.get(VIEWER, EVENTS + "/" + EventId.next()).status()).isEqualTo(404);
    assertThat(API.get(VIEWER, EVENTS + "/nonsense").status()).isEqualTo(404);
  }

  @Test
  void tellsOfNewEntriesAsTheyCome() {
    add(0);
    try (Stream<String> lines = follow("?type=" + type, "").body()) {
      var arriving = lines.iterator();
      assertThat(arriving.next()).startsWith(": the journal");

      add(1);

      assertThat(next("data: ", arriving::next))
          .contains("\"deal/1\"")
          .contains("\"data\":{\"n\":1.25}");
    }
  }

  @Test
  void tellsOfNewEntriesWithWhatCameOfThem() {
    JournalEntry seen = add(0);
    keep(add(1), Kind.FIRED);
    String mark = seen.position() + "." + seen.position();

    try (Stream<String> lines = follow("/stream?include=outcome&type=" + type, mark).body()) {
      assertThat(next("data: ", lines.iterator()::next))
          .contains("\"deal/1\"")
          .contains("\"outcome\":{\"runs\":1,");
    }
  }

  @Test
  void goesOnFromTheLastOneSeen() {
    JournalEntry seen = add(0);
    add(1);
    add(2);
    String mark = seen.position() + "." + seen.position();

    try (Stream<String> lines = follow("/stream?type=" + type, mark).body()) {
      var arriving = lines.iterator();

      assertThat(next("data: ", arriving::next)).contains("deal/1");
      assertThat(next("data: ", arriving::next)).contains("deal/2");
    }
  }

  @Test
  void refusesAMarkThatIsNone() {
    HttpResponse<Stream<String>> answer = follow("", "yesterday");

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(String.join("", answer.body().toList())).contains("Last-Event-ID");
  }

  @Test
  void letsSoManyListenAndNoMore() {
    // a server of its own: the other tests listen beside this one
    try (ApiServer busy = new ApiServer()) {
      List<HttpResponse<Stream<String>>> open = new ArrayList<>();
      for (int i = 0; i < StreamPlaces.PER_TENANT; i++) {
        HttpResponse<Stream<String>> stream = follow(busy, "", "");
        assertThat(stream.body().iterator().next()).startsWith(": the journal");
        open.add(stream);
      }

      HttpResponse<Stream<String>> oneMore = follow(busy, "", "");

      assertThat(oneMore.statusCode()).isEqualTo(429);
      assertThat(oneMore.headers().firstValue("Retry-After")).contains("5");
      assertThat(oneMore.headers().firstValue("Content-Type"))
          .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
      open.forEach(stream -> stream.body().close());
    }
  }

  private static String next(String start, Supplier<String> lines) {
    return Stream.generate(lines).filter(line -> line.startsWith(start)).findFirst().orElseThrow();
  }

  private static HttpResponse<Stream<String>> follow(String path, String last) {
    return follow(API, path, last);
  }

  private static HttpResponse<Stream<String>> follow(ApiServer api, String path, String last) {
    var request = api.as(VIEWER, EVENTS + path).header("Accept", "text/event-stream");
    return api.exchange(
        last.isEmpty() ? request : request.header("Last-Event-ID", last), BodyHandlers.ofLines());
  }

  private static void assertRefused(String query, String says) {
    Reply reply = API.get(VIEWER, EVENTS + query);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).contains(says);
  }

  private static List<String> subjects(Reply page) {
    return page.json()
        .path("items")
        .valueStream()
        .map(it -> it.path("subject").asString())
        .toList();
  }

  private static void keep(JournalEntry entry, Kind kind) {
    API.verdicts.keep(entry, AutomationId.next(), kind, "", RunId.next());
  }

  private JournalEntry add(int number) {
    return API.journal.add(event("deal/" + number));
  }

  private CloudEvent event(String subject) {
    return new CloudEvent(
        "/tests",
        type,
        type,
        subject,
        Instant.now(),
        new EventData.Parsed(new Json("{\"n\":1.25}")));
  }
}
