package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void namesThePartBeforeEachLine() throws IOException {
    log("app.log", "hello");
    log("postgres.log", "ready");
    assertThat(new Trial(folder).run("logs").out())
        .isEqualTo("app        | hello\npostgres   | ready\n");
  }

  @Test
  void showsTheNewestLinesOfOnePart() throws IOException {
    log("app.log", "one", "two", "three");
    assertThat(new Trial(folder).run("logs", "app", "-n", "2").out()).isEqualTo("two\nthree\n");
  }

  @Test
  void goesOnInTheOlderFileAfterARotation() throws IOException {
    log("app.log.1", "one", "two");
    log("app.log", "three");
    assertThat(new Trial(folder).run("logs", "app", "-n", "2").out()).isEqualTo("two\nthree\n");
  }

  @Test
  void findsTheNewestLinesOfALongLog() throws IOException {
    String[] lines =
        IntStream.range(0, 50_000)
            .mapToObj(i -> "line %d of many".formatted(i))
            .toArray(String[]::new);
    log("temporal.log", lines);
    String expected =
        IntStream.range(45_000, 50_000)
            .mapToObj(i -> "line %d of many\n".formatted(i))
            .collect(Collectors.joining());
    assertThat(new Trial(folder).run("logs", "temporal", "-n", "5000").out()).isEqualTo(expected);
  }

  @Test
  void saysThatNothingWasLoggedYet() {
    Trial.Outcome outcome = new Trial(folder).run("logs", "app");
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err())
        .contains("Nothing has been logged in '" + folder.resolve("data/logs"));
  }

  @Test
  void namesThePartsThereAre() {
    Trial.Outcome outcome = new Trial(folder).run("logs", "nginx");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("Expected one of app, postgres, temporal, supervisor, but found 'nginx'.");
  }

  private void log(String name, String... lines) throws IOException {
    Path logs = Files.createDirectories(folder.resolve("data/logs"));
    Files.writeString(logs.resolve(name), String.join("\n", lines) + "\n");
  }
}
