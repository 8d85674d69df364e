package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineInterfaceTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void showsAllCommandsWhereNoneIsNamed() {
    Trial.Outcome outcome = new Trial(folder).run();
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains("up", "stop", "status", "logs", "reset", "doctor", "version");
  }

  @Test
  void suggestsTheNearCommand() {
    Trial.Outcome outcome = new Trial(folder).run("stauts");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .isEqualTo(
            """
            Expected a command, but found 'stauts'. Did you mean 'status'?
            See ./pilothouse --help for all names.
            """);
  }

  @Test
  void suggestsTheNearOption() {
    assertThat(new Trial(folder).run("up", "--prot", "1").err())
        .startsWith("Expected an option, but found '--prot'. Did you mean '--port'?\n");
  }

  @Test
  void suggestsNothingForWhatResemblesNothing() {
    assertThat(new Trial(folder).run("frobnicate").err())
        .startsWith("Expected a command, but found 'frobnicate'.\n");
  }

  @Test
  void namesTheOptionThatLacksItsValue() {
    Trial.Outcome outcome = new Trial(folder).run("status", "--data");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--data");
  }

  @Test
  void keepsTheTraceOfOurOwnMistakes() throws Exception {
    Trial trial = new Trial(folder);
    Files.createDirectories(folder.resolve("app/target"));
    Files.createFile(folder.resolve("app/target/pilothouse.jar"));
    trial.platform.atStart =
        _ -> {
          throw new IllegalStateException("we did not think of this");
        };
    Trial.Outcome outcome = trial.run("up");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains(
            "A mistake of ours ended 'up': java.lang.IllegalStateException: we did not think");
    Path trace = traceNamedIn(outcome.err());
    assertThat(trace).content().contains("at dev.pilothouse.app.cli.UpCommand");
    Files.delete(trace);
  }

  @Test
  void tellsVersionsAlsoOfWhatRuns() {
    Trial trial = new Trial(folder);
    trial.platform.running = Optional.of(FakePlatform.ready());
    assertThat(trial.run("version").out())
        .contains("pilothouse  ", "java        " + System.getProperty("java.runtime.version"))
        .contains("postgres    18.6\n");
    assertThat(trial.run("--version").out()).isEqualTo(trial.run("version").out());
  }

  private static Path traceNamedIn(String words) {
    Matcher matcher = Pattern.compile("The trace is in (\\S+\\.log)").matcher(words);
    assertThat(matcher.find()).isTrue();
    return Path.of(matcher.group(1));
  }
}
