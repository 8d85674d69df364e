package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Each line of the tables is refused with a problem that names the place and says what to do. The
/// tables hold for every server of this API; other tests send them too.
class MalformedTest {
  private static final ApiServer API = new ApiServer();

  record Case(String name, JsonNode row) {
    String body() {
      return row.has("text") ? row.path("text").asString() : row.path("json").toString();
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> events() {
    return table("events.json");
  }

  static Stream<Case> definitions() {
    return table("definitions.json");
  }

  @AfterAll
  static void close() {
    API.close();
  }

  @ParameterizedTest
  @MethodSource("events")
  void refusesTheEvent(Case it) {
    HttpRequest.Builder request = API.as(BUILDER, "/v1/events");
    it.row()
        .path("headers")
        .properties()
        .forEach(header -> request.header(header.getKey(), header.getValue().asString()));

    assertRefused(it, API.send(request.POST(BodyPublishers.ofString(it.body()))));
    assertThat(API.intake.events).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void refusesTheDefinition(Case it) {
    assertRefused(it, API.postJson(BUILDER, "/v1/automations", it.body()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/automations?q=%00",
        "/v1/automations?owner=%00",
        "/v1/automations?area=%00",
        "/v1/events?type=%00",
        "/v1/events?subject=%00",
        "/v1/events?source=%00",
        "/v1/events/refused?source=%00",
        "/v1/event-types?prefix=%00",
        "/v1/deals?q=%00",
        "/v1/deals?stage=%00",
        "/v1/runs/01938c5e-7a6a-7c4e-8f00-000000000001/steps?after=%00"
      })
  void refusesAnAddressThatCannotBeLookedFor(String path) {
    Reply reply = API.get(BUILDER, path);

    assertThat(reply.status()).as(reply.text()).isEqualTo(400);
    assertThat(reply.at("/detail")).contains("\\u0000");
  }

  private static void assertRefused(Case it, Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(it.row().path("status").asInt());
    assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    assertThat(reply.json().path("errors").valueStream())
        .as(reply.text())
        .anySatisfy(fault -> {
          assertThat(fault.path("path").asString()).isEqualTo(it.row().path("path").asString());
          assertThat(fault.path("message").asString() + " " + fault.path("hint").asString(""))
              .contains(it.row().path("says").asString());
        });
  }

  private static Stream<Case> table(String file) {
    try (InputStream rows =
        Objects.requireNonNull(MalformedTest.class.getResourceAsStream("/malformed/" + file))) {
      return JsonMapper.builder().build().readTree(rows).valueStream().toList().stream()
          .map(row -> new Case(row.path("name").asString(), row));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
