package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.LearntShape;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.EventTypes.Seen;
import dev.pilothouse.spi.EventTypes.Whole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class EventTypesApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String TYPES = "/v1/event-types";
  private static final Instant FIRST = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant LAST = Instant.parse("2026-11-20T10:00:00Z");
  private static final String DATA =
      "{\"total\": 12.5, \"customer\": {\"email\": \"a@b.example\"}}";

  @BeforeAll
  static void see() {
    see("shop.order.placed", data(DATA), true);
    see("shop/order sent", new EventData.Raw("text/csv", "YSxi"), true);
    see("crm.deal.won", data("{\"id\": \"42\"}"), false);
    see("task.odd", data("\"" + "x".repeat(70_000) + "\""), true);
  }

  private static void see(String type, EventData data, boolean learnt) {
    CloudEvent event = new CloudEvent("https://shop.example", "7", type, "order/7", LAST, data);
    EventId newest = API.journal.add(event).entry().id();
    API.eventTypes.see(
        new Whole(
            new Seen(type, 3, FIRST, LAST, newest),
            Set.of("https://shop.example"),
            learnt
                ? Optional.of(LearntShape.NONE.with(List.of(data)).stored())
                : Optional.empty()));
  }

  private static EventData data(String json) {
    return new EventData.Parsed(new Json(json));
  }

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void listsWhatIsDeclaredAndWhatHasComeInOneOrder() {
    Reply found = API.get(VIEWER, TYPES + "?limit=200");

    List<String> types = types(found);
    assertThat(types).isSorted().doesNotHaveDuplicates();
    assertThat(types).contains("crm.deal.won", "run.finished", "shop.order.placed", "task.odd");
    assertThat(found.json().path("next").isNull()).isTrue();
    assertThat(row(found, "crm.deal.won").toString())
        .isEqualTo(
            """
            {"type":"crm.deal.won","title":"A deal was won","origin":"catalogue","ours":true,"alone":false,"count":3,\
            "firstSeen":"2026-11-20T09:00:00Z","lastSeen":"2026-11-20T10:00:00Z"}\
            """);
    assertThat(row(found, "automation.paused").path("alone").asBoolean()).isTrue();
    assertThat(row(found, "shop.order.placed").path("origin").asString()).isEqualTo("learnt");
    assertThat(row(found, "document.created").path("count").asInt()).isZero();
    assertThat(row(found, "document.created").path("lastSeen").isNull()).isTrue();
  }

  @Test
  void pagesThroughThoseThatBeginAlike() {
    Reply first = API.get(VIEWER, TYPES + "?prefix=task.&limit=3");
    Reply second = API.get(VIEWER, TYPES + "?prefix=task.&limit=3&before=" + first.at("/next"));

    assertThat(types(first)).containsExactly("task.assigned", "task.completed", "task.created");
    assertThat(types(second)).containsExactly("task.odd", "task.overdue", "task.updated");
    assertThat(second.json().path("next").isNull()).isTrue();
    assertThat(types(API.get(VIEWER, TYPES + "?prefix=nobody."))).isEmpty();
  }

  @Test
  void showsWhatIsDeclared() {
    JsonNode won = API.get(VIEWER, TYPES + "/crm.deal.won").json();

    assertThat(won.path("about").asString()).isEqualTo("Its stage became 'won'.");
    assertThat(won.at("/schema/data/properties/amount/type").asString()).isEqualTo("number");
    assertThat(won.at("/schema/before/type").toString()).isEqualTo("[\"object\",\"null\"]");
    assertThat(won.at("/schema/after")).isEqualTo(won.at("/schema/data"));
    assertThat(won.at("/example/type").asString()).isEqualTo("crm.deal.won");
    assertThat(won.path("count").asInt()).isEqualTo(3);
    assertThat(won.path("sources").toString()).isEqualTo("[\"https://shop.example\"]");
    JsonNode never = API.get(VIEWER, TYPES + "/document.created").json();
    assertThat(never.path("newest").isNull()).isTrue();
    assertThat(never.at("/schema/before").isNull()).isTrue();
  }

  @Test
  void showsWhatWasLearntWithAnEventThatCame() {
    JsonNode placed = API.get(VIEWER, TYPES + "/shop.order.placed").json();

    assertThat(placed.path("origin").asString()).isEqualTo("learnt");
    assertThat(placed.path("ours").asBoolean()).isFalse();
    assertThat(placed.at("/schema/data/required").toString()).isEqualTo("[\"customer\",\"total\"]");
    assertThat(placed.path("example").toString())
        .isEqualTo(
            """
            {"specversion":"1.0","id":"7","source":"https://shop.example","type":"shop.order.placed","subject":"order/7",\
            "time":"2026-11-20T10:00:00Z","data":{"total":12.5,"customer":{"email":"a@b.example"}}}\
            """);
    assertThat(placed.path("newest").asString()).isNotEmpty();
  }

  @Test
  void showsTypesWhateverTheyAreCalled() {
    JsonNode sent = API.get(VIEWER, TYPES + "/shop/order%20sent").json();

    assertThat(sent.path("type").asString()).isEqualTo("shop/order sent");
    assertThat(sent.at("/example/data_base64").asString()).isEqualTo("YSxi");
    assertThat(sent.at("/example/datacontenttype").asString()).isEqualTo("text/csv");
  }

  @Test
  void showsNoExampleThatNobodyWouldLookThrough() {
    assertThat(API.get(VIEWER, TYPES + "/task.odd").json().path("example").isNull()).isTrue();
  }

  @Test
  void refusesWhatThereIsNot() {
    assertThat(API.get(VIEWER, TYPES + "/nobody.knows").status()).isEqualTo(404);
    assertThat(API.get(VIEWER, TYPES + "/nobody.knows").at("/detail"))
        .contains("'nobody.knows'", "mistyped");
    assertThat(API.get(VIEWER, TYPES + "/").status()).isEqualTo(404);
    assertThat(API.get(VIEWER, TYPES + "/a%00b").status()).isBetween(400, 404);
    assertThat(API.get(VIEWER, TYPES + "?prefix=a%00b").status()).isEqualTo(400);
    assertThat(API.get(VIEWER, TYPES + "?limit=0").status()).isEqualTo(400);
  }

  @Test
  void warnsAuthorsOfNamesThatNoEventHadSoFar() {
    Reply found =
        API.post(
            BUILDER,
            MadeAutomation.AUTOMATIONS + "/validate",
            "application/yaml",
            """
            name: Types
            on: [{ event: shop.order.placd }, { event: shop.order.placed, when: "event.data.totl > 5" }]
            steps: [{ stop: {} }]
            """);

    assertThat(found.at("/valid")).isEqualTo("true");
    assertThat(found.json().path("warnings").findValuesAsString("hint"))
        .containsExactly("Did you mean 'shop.order.placed'?", "Did you mean 'total'?");
  }

  private static List<String> types(Reply page) {
    return page.json().path("items").findValuesAsString("type");
  }

  private static JsonNode row(Reply page, String type) {
    return page.json()
        .path("items")
        .valueStream()
        .filter(row -> row.path("type").asString().equals(type))
        .findFirst()
        .orElseThrow();
  }
}
