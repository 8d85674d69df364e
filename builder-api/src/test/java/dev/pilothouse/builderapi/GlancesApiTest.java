package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Glances.Glance;
import dev.pilothouse.spi.Glances.Newest;
import dev.pilothouse.spi.Runs.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class GlancesApiTest {
  private static final ApiServer API = new ApiServer();
  private static final String GLANCES = "/v1/automations/glances?ids=";
  private static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void tellsTheNewestRunsAndHowManyThereAre() {
    AutomationId automation = AutomationId.next();
    Newest done =
        new Newest(RunId.next(), RunState.FINISHED, NOW, Optional.of(Duration.ofMillis(1250)));
    Newest waits = new Newest(RunId.next(), RunState.WAITING, NOW, Optional.empty());
    API.glances.glances.put(
        automation,
        new Glance(
            automation,
            "Greets whoever was won.",
            List.of("crm.deal.won", "manual"),
            List.of(waits, done),
            Map.of(RunState.FAILED, new Count(1000, true), RunState.WAITING, new Count(1, false))));

    Reply told = API.get(VIEWER, GLANCES + automation + "," + AutomationId.next());

    assertThat(told.json().path("items")).hasSize(1);
    assertThat(told.at("/items/0/automation")).isEqualTo(automation.toString());
    assertThat(told.at("/items/0/description")).isEqualTo("Greets whoever was won.");
    assertThat(told.at("/items/0/startedBy/1")).isEqualTo("manual");
    assertThat(told.at("/items/0/newest/0/state")).isEqualTo("waiting");
    assertThat(told.json().at("/items/0/newest/0/durationMs").isNull()).isTrue();
    assertThat(told.json().at("/items/0/newest/1/durationMs").asLong()).isEqualTo(1250);
    assertThat(told.at("/items/0/counts/1/state")).isEqualTo("failed");
    assertThat(told.json().at("/items/0/counts/1/more").asBoolean()).isTrue();
  }

  @Test
  void refusesWhatIsNoId() {
    Reply refused = API.get(VIEWER, GLANCES + "greet");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/detail")).contains("'greet'");
    assertThat(API.get(VIEWER, GLANCES).status()).isEqualTo(400);
  }

  @Test
  void refusesMoreThanAListHas() {
    String ids =
        Stream.generate(AutomationId::next)
            .limit(201)
            .map(AutomationId::toString)
            .collect(Collectors.joining(","));

    assertThat(API.get(VIEWER, GLANCES + ids).at("/detail")).contains("200", "201");
  }
}
