package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.workers.platform.PlatformState.PartState;
import dev.pilothouse.workers.platform.PlatformState.Phase;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformStateTest {

  private static final ProcessIdentity PROCESS =
      new ProcessIdentity(42, Instant.parse("2026-11-20T10:15:30.120Z"));

  private static final PlatformState STATE =
      new PlatformState(
          Phase.RECOVERING,
          "words",
          false,
          "http://127.0.0.1:8080",
          "http://127.0.0.1:8080/v1",
          "",
          "127.0.0.1:7233",
          Map.of("http", 8080, "postgres", 54_320),
          "1.0",
          Map.of("postgres", new PlatformState.Part(PartState.DEAD, PROCESS, "18.6", 2, "why")),
          PROCESS,
          "a problem",
          "a step");

  @Test
  void isReadBackAsItWasWritten() {
    assertThat(Json.parse(STATE.toJson(), PlatformState.class)).isEqualTo(STATE);
  }

  @Test
  void readsWhatANewerVersionWrote() {
    String newer = STATE.toJson().replaceFirst("\\{", "{ \"unheardOf\": 1,");
    assertThat(Json.parse(newer, PlatformState.class)).isEqualTo(STATE);
  }

  @Test
  void spellsItsWordsInSmallLetters() {
    assertThat(STATE.toJson()).contains("\"recovering\"", "\"dead\"").doesNotContain("alive");
  }

  @Test
  void whatIsReadyHasNoProblem() {
    PlatformState ready = STATE.in(Phase.READY, "Ready");
    assertThat(ready.ready()).isTrue();
    assertThat(ready.problem() + ready.nextStep()).isEmpty();
  }
}
