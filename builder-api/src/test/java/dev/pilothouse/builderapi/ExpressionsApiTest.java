package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Functions;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ExpressionsApiTest {
  private static final ApiServer API = new ApiServer();

  private final String event =
      API.journal
          .add(
              new CloudEvent(
                  "/crm",
                  "1",
                  "crm.deal.won",
                  "deal/7",
                  Instant.EPOCH,
                  new EventData.Parsed(new Json("{\"amount\": 100, \"vip\": null}"))))
          .entry()
          .id()
          .toString();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void saysWhatAnExpressionGivesForAnEvent() {
    assertThat(preview("event.data.amount * 1.19").at("/value")).isEqualTo("119.0");
    assertThat(preview("event.data").at("/value")).isEqualTo("{\"amount\":100,\"vip\":null}");
    assertThat(preview("event.data.amount > 50").text())
        .isEqualTo("{\"value\":true,\"problems\":[]}");
    assertThat(preview("event.data.vip").text()).isEqualTo("{\"value\":null,\"problems\":[]}");
  }

  @Test
  void saysWhyItHasNoValue() {
    Reply reply = preview("event.data.region");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/problems/0/message")).contains("region");
    assertThat(reply.json().has("value")).isFalse();
  }

  @Test
  void saysWhereItIsMistaken() {
    Reply reply = preview("event.data.amount > sise(event.data)");

    assertThat(reply.at("/problems/0/at")).isEqualTo("20");
    assertThat(reply.at("/problems/0/message")).contains("sise");
  }

  @Test
  void showsOfALongValueItsBeginning() {
    Reply reply = preview("text.padEnd('', 3000, 'a')");

    assertThat(reply.at("/preview")).hasSize(1_000).startsWith("\"aaa");
    assertThat(reply.json().has("value")).isFalse();
  }

  @Test
  void refusesWhatItCannotWorkOut() {
    assertThat(asked(" ", event).at("/errors/0/path")).isEqualTo("expression");
    assertThat(asked("1", "nonsense").at("/errors/0/message"))
        .isEqualTo("There is no event 'nonsense' here.");
    assertThat(API.postJson(VIEWER, "/v1/expressions/preview", "{}").status()).isEqualTo(403);
  }

  @Test
  void showsEveryFunctionWithWhatItTakesAndDoes() {
    Reply shown = API.get(VIEWER, "/v1/expressions/functions");

    assertThat(shown.json().at("/items").size()).isEqualTo(Functions.all().size());
    assertThat(shown.at("/items/0/name")).isEqualTo("text.title");
    assertThat(shown.at("/items/0/signature")).isEqualTo("text.title(text)");
    assertThat(shown.at("/items/0/does")).isEqualTo("Begins each word with a capital letter.");
    assertThat(shown.at("/items/0/result")).isEqualTo("Ada Lovelace");
    assertThat(shown.header("Cache-Control")).isEqualTo("max-age=3600, private");
  }

  private Reply preview(String expression) {
    return asked(expression, event);
  }

  private static Reply asked(String expression, String event) {
    return API.postJson(
        BUILDER,
        "/v1/expressions/preview",
        "{\"expression\": \"%s\", \"event\": \"%s\"}".formatted(expression, event));
  }
}
