package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.PlatformProblem;
import dev.pilothouse.workers.platform.TemporalChoice;
import dev.pilothouse.workers.platform.UpOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpCommandTest {

  @TempDir private Path folder = Path.of("");
  private Trial trial = new Trial(folder);

  @BeforeEach
  void buildTheJar() throws IOException {
    trial = new Trial(folder);
    Files.createDirectories(folder.resolve("app/target"));
    Files.createFile(folder.resolve("app/target/pilothouse.jar"));
  }

  @Test
  void tellsWhereEverythingIs() {
    Trial.Outcome outcome = trial.run("up", "--detach");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            "Pilothouse is ready.",
            "Page             http://127.0.0.1:8080\n",
            "API              http://127.0.0.1:8080/v1\n",
            "Temporal's page  http://127.0.0.1:8233\n",
            folder.resolve("data").toString(),
            "./pilothouse stop ends it.");
    assertThat(outcome.err()).endsWith(" s  Starting PostgreSQL\n");
  }

  @Test
  void showsThePasswordThatTheFirstStartMade() {
    trial.platform.atStart = UpCommandTest::makeLogin;
    assertThat(trial.run("up", "--detach").out())
        .contains("First login  admin@localhost\n", "Password     correct horse\n");
  }

  @Test
  void showsThePasswordOnlyOnce() {
    makeLogin(folder.resolve("data"));
    assertThat(trial.run("up", "--detach").out())
        .doesNotContain("correct horse")
        .contains("The first login waits in " + folder.resolve("data/first-login.json"));
  }

  @Test
  void saysNothingOfALoginThatWasChanged() {
    assertThat(trial.run("up", "--detach").out()).doesNotContain("login");
  }

  @Test
  void staysInTheForegroundUntilStopped() {
    Trial.Outcome outcome = trial.run("up");
    assertThat(trial.platform.orders).containsExactly("await", "close");
    assertThat(outcome.out()).contains("Ctrl-C stops everything.");
    assertThat(outcome.err()).contains("Stopped from elsewhere.");
  }

  @Test
  void leavesTheLastWordToThePlatformOnCtrlC() {
    assertThat(trial.beingEnded().run("up").err()).doesNotContain("elsewhere");
  }

  @Test
  void findsTheOneThatRunsAlready() {
    trial.platform.running = Optional.of(FakePlatform.ready());
    Trial.Outcome outcome = trial.run("up");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Pilothouse runs already; this start found it.");
    assertThat(trial.platform.orders).doesNotContain("await");
  }

  @Test
  void passesOnWhatWasAskedFor() {
    trial.run("up", "--detach", "--port", "0", "--data", "else where", "--temporal", "t:7233");
    UpOptions options = trial.platform.started.getFirst();
    assertThat(options.port()).isZero();
    assertThat(options.detach()).isTrue();
    assertThat(options.data()).isEqualTo(new DataFolder(folder.resolve("else where")));
    assertThat(options.temporal()).isEqualTo(new TemporalChoice.Given("t:7233"));
    assertThat(options.jar()).isEqualTo(folder.resolve("app/target/pilothouse.jar"));
  }

  @Test
  void startsOnPort8080WithTheDevelopmentServer() {
    trial.run("up", "--detach");
    UpOptions options = trial.platform.started.getFirst();
    assertThat(options.port()).isEqualTo(8080);
    assertThat(options.temporal()).isEqualTo(new TemporalChoice.Dev());
  }

  @Test
  void refusesAPortThatIsNone() {
    Trial.Outcome outcome = trial.run("up", "--port", "65536");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .startsWith("Expected a port from 0 to 65535 for --port, but found '65536'.\n");
  }

  @Test
  void refusesATemporalThatIsNone() {
    Trial.Outcome outcome = trial.run("up", "--temporal", "http://t:7233");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("but found 'http://t:7233'.\n");
  }

  @Test
  void saysThatThereIsNoJarToStart() throws IOException {
    Files.delete(folder.resolve("app/target/pilothouse.jar"));
    Trial.Outcome outcome = trial.run("up");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).startsWith("Expected to be started from pilothouse.jar");
  }

  @Test
  void tellsAProblemInTwoSentences() {
    trial.platform.atStart =
        _ -> {
          throw new PlatformProblem("The disk is full.", "Free some space.");
        };
    Trial.Outcome outcome = trial.answering("").run("up");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).endsWith("\nThe disk is full.\nFree some space.\n");
  }

  private static void makeLogin(UpOptions options) {
    makeLogin(options.data().root());
  }

  private static void makeLogin(Path data) {
    try {
      Files.createDirectories(data);
      Files.writeString(
          data.resolve("first-login.json"),
          """
          {"tenant":"main","email":"admin@localhost","password":"correct horse","note":"change it"}
          """);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
