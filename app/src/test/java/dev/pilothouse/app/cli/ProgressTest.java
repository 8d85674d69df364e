package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private final StringWriter text = new StringWriter();
  private final PrintWriter out = new PrintWriter(text);

  @Test
  void tellsWhenEachPhaseBegan() {
    try (ShownProgress progress = new DrawnProgress(out)) {
      progress.say("Starting PostgreSQL");
      progress.say("Starting Temporal");
    }
    assertThat(text.toString())
        .matches(" +\\d+\\.\\d s  Starting PostgreSQL\n +\\d+\\.\\d s  Starting Temporal\n");
  }

  @Test
  void drawsATransferInOneLineToItsEnd() {
    try (ShownProgress progress = new DrawnProgress(out)) {
      progress.transfer("Temporal", 0, 45_000_000);
      progress.transfer("Temporal", 45_000_000, 45_000_000);
    }
    assertThat(text.toString())
        .contains("\r\033[K\033[?7l", "Temporal: 0 of 45 MB", "Temporal: 45 of 45 MB\033[?7h\n")
        .containsOnlyOnce("\n");
  }

  @Test
  void beginsANewLineAfterATransfer() {
    try (ShownProgress progress = new DrawnProgress(out)) {
      progress.transfer("Temporal", 1_000_000, 45_000_000);
      progress.say("Starting Temporal");
    }
    assertThat(text.toString())
        .matches("(?s).*1 of 45 MB\\S*\n +\\d+\\.\\d s  Starting Temporal\n");
  }

  @Test
  void leavesTheWatchOutAfterTheClose() {
    ShownProgress progress = new DrawnProgress(out);
    progress.close();
    progress.say("Stopped");
    assertThat(text.toString()).isEqualTo("Stopped\n");
  }

  @Test
  void drawsNothingIntoAFile() {
    try (ShownProgress progress = new ListedProgress(out)) {
      progress.say("Starting PostgreSQL");
      progress.transfer("Temporal", 1_000_000, 45_000_000);
      progress.transfer("Temporal", 2_000_000, 45_000_000);
    }
    assertThat(text.toString())
        .matches(" +\\d+\\.\\d s  Starting PostgreSQL\n +\\d+\\.\\d s  Temporal: 1 of 45 MB\n");
  }

  @Test
  void tellsHowMuchWhereNobodyKnowsOfHowMuch() {
    assertThat(new Amount(3_400_000, 0)).hasToString("3 MB");
  }
}
