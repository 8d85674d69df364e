package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final String ERASED = "\r\033[K";

  private final StringWriter text = new StringWriter();

  @Test
  void drawsThePhaseAnewAndKeepsItWithItsTime() {
    try (ShownProgress progress = new DrawnProgress(new PrintWriter(text))) {
      progress.say("Starting PostgreSQL");
      progress.say("Starting Temporal");
    }
    assertThat(text.toString())
        .matches(
            ERASED.replace("[", "\\[")
                + "  Starting PostgreSQL(?s).*  Starting PostgreSQL, \\d+\\.\\d s\n"
                + ".*  Starting Temporal, \\d+\\.\\d s\n");
  }

  @Test
  void drawsATransferToItsEnd() {
    try (ShownProgress progress = new DrawnProgress(new PrintWriter(text))) {
      progress.transfer("Temporal", 0, 45_000_000);
      progress.transfer("Temporal", 45_000_000, 45_000_000);
    }
    assertThat(text.toString()).contains(ERASED + "  Temporal: 45 of 45 MB");
    assertThat(text.toString()).containsOnlyOnce("\n");
  }

  @Test
  void printsWholeLinesAfterTheClose() {
    ShownProgress progress = new DrawnProgress(new PrintWriter(text));
    progress.close();
    progress.say("Stopped");
    assertThat(text.toString()).isEqualTo("  Stopped\n");
  }

  @Test
  void drawsNothingIntoAFile() {
    try (ShownProgress progress = new ListedProgress(new PrintWriter(text))) {
      progress.say("Starting PostgreSQL");
      progress.transfer("Temporal", 1_000_000, 45_000_000);
      progress.transfer("Temporal", 2_000_000, 45_000_000);
    }
    assertThat(text.toString()).isEqualTo("  Starting PostgreSQL\n  Temporal: 1 of 45 MB\n");
  }

  @Test
  void tellsHowMuchWhereNobodyKnowsOfHowMuch() {
    assertThat(new Amount(3_400_000, 0)).hasToString("3 MB");
  }
}
