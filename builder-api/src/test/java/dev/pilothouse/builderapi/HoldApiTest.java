package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.ADMIN;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Role;
import dev.pilothouse.spi.Carrier.Held;
import dev.pilothouse.spi.Hold.OnlyInTemporal;
import dev.pilothouse.spi.Hold.Shown;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// One house, held or not: its tests go one after the other.
@Execution(ExecutionMode.SAME_THREAD)
class HoldApiTest {
  private static final ApiServer API = new ApiServer();
  private static final Shown HELD =
      new Shown(
          Optional.of(
              new Held(Instant.parse("2026-11-20T09:58:00Z"), "This database went back in time")),
          new OnlyInTemporal(List.of("run/1"), 3, 2),
          7);
  private static final String WORD = "{\"reason\": \"The copy is all we have\"}";

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void showsWhyTheHouseIsHeldAndWhatOnlyTemporalKnows() {
    API.hold.shown = HELD;

    Reply reply = API.get(VIEWER, "/v1/hold");

    assertThat(reply.at("/held")).isEqualTo("true");
    assertThat(reply.at("/since")).isEqualTo("2026-11-20T09:58:00Z");
    assertThat(reply.at("/reason")).isEqualTo("This database went back in time");
    assertThat(reply.at("/onlyInTemporal")).isEqualTo("[\"run/1\"]");
    assertThat(reply.at("/onlyInTemporalTotal")).isEqualTo("3");
    assertThat(reply.at("/openBatches")).isEqualTo("2");
    assertThat(reply.at("/runsInDoubt")).isEqualTo("7");
  }

  @ParameterizedTest
  @EnumSource(names = {"OPERATOR", "ADMIN"})
  void takesTheWordOfThoseWhoMayGiveIt(Role role) {
    API.hold.shown = HELD;

    Reply reply = API.postJson(role, "/v1/hold/release", WORD);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/runsInDoubt")).isEqualTo("7");
    assertThat(API.hold.words).contains("The copy is all we have");
    assertThat(API.get(ADMIN, "/v1/hold").at("/held")).isEqualTo("false");
  }

  @ParameterizedTest
  @EnumSource(names = {"BUILDER", "REVIEWER", "MEMBER", "VIEWER"})
  void takesNoOtherWord(Role role) {
    API.hold.shown = HELD;

    Reply reply = API.postJson(role, "/v1/hold/release", WORD);

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("/detail")).endsWith("These roles may: admin, operator.");
    assertThat(API.hold.shown).isEqualTo(HELD);
  }

  @Test
  void wantsAReason() {
    API.hold.shown = HELD;

    Reply reply = API.postJson(OPERATOR, "/v1/hold/release", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/errors/0/path")).isEqualTo("reason");
  }

  @Test
  void saysThatThereIsNothingToRelease() {
    API.hold.shown = new Shown(Optional.empty(), OnlyInTemporal.NOTHING, 0);

    assertThat(API.postJson(OPERATOR, "/v1/hold/release", WORD).status()).isEqualTo(409);
  }
}
