package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Overview.Figures;
import dev.pilothouse.spi.Overview.Intake;
import dev.pilothouse.spi.Overview.Now;
import dev.pilothouse.spi.Overview.Source;
import dev.pilothouse.spi.Runs.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverviewApiTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");

  private final ApiServer api = new ApiServer();

  @AfterEach
  void close() {
    api.close();
  }

  @Test
  void tellsOfAQuietHouse() {
    Reply told = api.get(VIEWER, "/v1/overview");

    assertThat(told.json().path("slots")).hasSize(48);
    assertThat(told.json().path("slotMs").asLong()).isEqualTo(Duration.ofMinutes(30).toMillis());
    assertThat(told.json().path("needy")).isEmpty();
    assertThat(told.json().at("/unknownEffects/effects").asInt()).isZero();
  }

  @Test
  void beginsEachStretchWhereAClockHasAMark() {
    assertThat(OverviewSpan.DAY.until(NOW).from()).isEqualTo("2026-11-19T10:00:00Z");
    assertThat(OverviewSpan.DAY.until(NOW).until()).isEqualTo("2026-11-20T10:00:00Z");
    assertThat(OverviewSpan.HOUR.until(NOW).until()).isEqualTo("2026-11-20T09:44:00Z");
    assertThat(OverviewSpan.WEEK.until(NOW).slots()).isEqualTo(56);
  }

  @Test
  void putsTheStatesOfAStretchTogether() {
    List<Map<RunState, Count>> slots =
        Collections.nCopies(
            30,
            Map.of(
                RunState.FINISHED, new Count(2000, true),
                RunState.FAILED, new Count(3, false),
                RunState.RUNNING, new Count(1, false),
                RunState.NEEDS_PERSON, new Count(1, false)));
    api.overview.figures =
        Optional.of(
            new Figures(
                Map.of(
                    RunState.WAITING,
                    new Now(new Count(418, false), Optional.of(NOW), Optional.of(NOW))),
                new Count(1, false),
                slots,
                new Intake(List.of(new Source("https://shop", 12, 5, 1)), false)));

    Reply told = api.get(VIEWER, "/v1/overview?hours=1");

    assertThat(told.json().at("/slots/0/started").asInt()).isEqualTo(2005);
    assertThat(told.json().at("/slots/0/ended").asInt()).isEqualTo(2003);
    assertThat(told.json().at("/slots/0/failed").asInt()).isEqualTo(3);
    assertThat(told.json().at("/slots/0/unknown").asInt()).isEqualTo(1);
    assertThat(told.json().at("/slots/0/more").asBoolean()).isTrue();
    assertThat(told.at("/now/0/next")).isEqualTo(NOW.toString());
    assertThat(told.at("/intake/sources/0/source")).isEqualTo("https://shop");
  }

  @Test
  void showsWhatNeedsAHandAndWhereItStands() {
    api.runs.add(SomeRun.of(RunId.next(), RunState.FINISHED));
    api.runs.add(SomeRun.of(RunId.next(), RunState.NEEDS_PERSON));

    Reply told = api.get(VIEWER, "/v1/overview");

    assertThat(told.json().path("needy")).hasSize(1);
    assertThat(told.at("/needy/0/state")).isEqualTo("needs_person");
    assertThat(told.at("/needy/0/stop/step")).isEqualTo("Mail");
    assertThat(told.at("/needy/0/stop/kind")).isEqualTo("person");
    assertThat(told.at("/runs/0/state")).isEqualTo("finished");
    assertThat(told.json().at("/runs/0/stop").isNull()).isTrue();
  }

  @Test
  void looksBackAsFarAsThePageOffersAlone() {
    Reply refused = api.get(VIEWER, "/v1/overview?hours=25");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/detail")).contains("1, 24, 168", "25");
  }
}
