package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResetCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void deletesWhenTheFolderIsNamed() {
    Trial trial = new Trial(folder).answering("data");
    assertThat(trial.run("reset").code()).isZero();
    assertThat(trial.platform.orders).containsExactly("reset " + folder.resolve("data"));
  }

  @Test
  void deletesNothingWhenSomethingElseIsNamed() {
    Trial trial = new Trial(folder).answering("yes");
    Trial.Outcome outcome = trial.run("reset");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("Expected 'data', but found 'yes'; nothing was deleted.");
    assertThat(trial.platform.orders).isEmpty();
  }

  @Test
  void deletesNothingWhereNobodyCanBeAsked() {
    Trial trial = new Trial(folder);
    assertThat(trial.run("reset").err()).contains("Add --yes if it may.");
    assertThat(trial.platform.orders).isEmpty();
  }

  @Test
  void refusesWhileItRuns() {
    Trial trial = new Trial(folder);
    trial.platform.running = Optional.of(FakePlatform.ready());
    Trial.Outcome outcome = trial.run("reset", "--yes");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("Stop it first by ./pilothouse stop, or add --stop.");
    assertThat(trial.platform.orders).isEmpty();
  }

  @Test
  void stopsFirstWhenTold() {
    Trial trial = new Trial(folder);
    trial.platform.running = Optional.of(FakePlatform.ready());
    assertThat(trial.run("reset", "--yes", "--stop", "--data", "x").code()).isZero();
    assertThat(trial.platform.orders)
        .containsExactly("stop " + folder.resolve("x"), "reset " + folder.resolve("x"));
  }
}
