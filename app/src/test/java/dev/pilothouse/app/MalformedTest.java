package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.RunningHouse.Answer;
import dev.pilothouse.model.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The table of malformed events and definitions, sent to the whole house: with the real actions
/// and a real database behind the door.
class MalformedTest {
  private static final Path TABLES = Path.of("../builder-api/src/test/resources/malformed");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private final String key =
      "Bearer " + new KeysInDatabase().create(house.settings(), "test", Role.ADMIN).key();

  @TestFactory
  Stream<DynamicTest> refusesAMalformedEvent() throws IOException {
    return refusals("events.json", "/v1/events");
  }

  @TestFactory
  Stream<DynamicTest> refusesAMalformedDefinition() throws IOException {
    return refusals("definitions.json", "/v1/automations");
  }

  private Stream<DynamicTest> refusals(String table, String path) throws IOException {
    JsonNode rows = JSON.readTree(Files.readString(TABLES.resolve(table)));
    assertThat(rows.size()).isGreaterThanOrEqualTo(20);
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row ->
            DynamicTest.dynamicTest(row.path("name").asString(), () -> isRefused(row, path)));
  }

  private void isRefused(JsonNode row, String path) {
    Answer answer = house.post(path, body(row), headers(row));

    assertThat(answer.status()).as(answer.whole().body()).isEqualTo(row.path("status").asInt());
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(StreamSupport.stream(answer.json().path("errors").spliterator(), false))
        .as(answer.whole().body())
        .anyMatch(error ->
            error.path("path").asString().equals(row.path("path").asString())
                && said(error).contains(row.path("says").asString()));
  }

  private static String said(JsonNode error) {
    return error.path("message").asString() + " " + error.path("hint").asString("");
  }

  private static String body(JsonNode row) {
    return row.has("json") ? row.path("json").toString() : row.path("text").asString();
  }

  private String[] headers(JsonNode row) {
    List<String> headers = new ArrayList<>(List.of("Authorization", key));
    if (row.has("headers")) {
      row.path("headers")
          .properties()
          .forEach(
              header -> headers.addAll(List.of(header.getKey(), header.getValue().asString())));
    } else {
      headers.addAll(List.of("Content-Type", "application/json"));
    }
    return headers.toArray(String[]::new);
  }
}
