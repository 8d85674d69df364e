package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardedProcessTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  @TempDir private Path folder = Path.of("");

  private final List<String> output = new CopyOnWriteArrayList<>();

  @Test
  void hearsEachLineAndTheExitCode() throws InterruptedException {
    try (GuardedProcess process = start("printf 'one\\ntwo\\nthree'; exit 7")) {
      assertThat(process.waitFor()).isEqualTo(7);
      assertThat(Patience.until(SOON, () -> output.size() == 3)).isTrue();
      assertThat(output).containsExactly("one", "two", "three");
    }
  }

  @Test
  void childIsTheProcessThatWasStartedNotItsGuard() {
    try (GuardedProcess process = start("echo $$; sleep 60")) {
      assertThat(Patience.until(SOON, () -> output.size() == 1)).isTrue();
      assertThat(output.getFirst()).isEqualTo(Long.toString(process.identity().pid()));
    }
  }

  /// How settings given to `up` reach the app.
  @Test
  void childSeesTheEnvironmentOfItsParent() throws InterruptedException {
    try (GuardedProcess process = start("echo $PATH")) {
      assertThat(process.waitFor()).isZero();
      assertThat(Patience.until(SOON, () -> output.size() == 1)).isTrue();
      assertThat(output).containsExactly(System.getenv("PATH"));
    }
  }

  @Test
  void closesGently() {
    GuardedProcess process =
        start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.1; done");
    assertThat(Patience.until(SOON, () -> output.contains("up"))).isTrue();
    process.close();
    assertThat(process.isAlive()).isFalse();
    assertThat(Patience.until(SOON, () -> output.contains("bye"))).isTrue();
  }

  @Test
  void closesByForceWhatDoesNotListen() {
    GuardedProcess process =
        start("trap '' TERM; echo up; while :; do sleep 0.1; done", Duration.ofMillis(300));
    assertThat(Patience.until(SOON, () -> output.contains("up"))).isTrue();
    process.close();
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void childEndsWhenItsParentIsKilled() throws IOException, InterruptedException {
    Path note = folder.resolve("child");
    Process parent =
        new ProcessBuilder(
                Preparation.java(),
                "-cp",
                System.getProperty("java.class.path"),
                ParentOfOne.class.getName(),
                note.toString())
            .inheritIO()
            .start();
    try {
      assertThat(Patience.until(SOON, () -> Files.exists(note))).isTrue();
      ProcessHandle child = ProcessHandle.of(Long.parseLong(Files.readString(note))).orElseThrow();
      assertThat(child.isAlive()).isTrue();
      parent.destroyForcibly().waitFor();
      assertThat(Patience.until(SOON, () -> !child.isAlive())).isTrue();
    } finally {
      parent.destroyForcibly();
    }
  }

  /// Starts one child and waits to be killed.
  static final class ParentOfOne {

    private ParentOfOne() {}

    public static void main(String[] arguments) throws InterruptedException {
      GuardedProcess child =
          GuardedProcess.start(
              new GuardedProcess.Command(
                  List.of("/bin/sleep", "600"), Map.of(), "TERM", Duration.ofSeconds(2)),
              line -> {});
      new WholeFile(Path.of(arguments[0])).write(Long.toString(child.identity().pid()));
      child.waitFor();
    }
  }

  private GuardedProcess start(String script) {
    return start(script, Duration.ofSeconds(5));
  }

  private GuardedProcess start(String script, Duration grace) {
    return GuardedProcess.start(
        new GuardedProcess.Command(List.of("/bin/sh", "-c", script), Map.of(), "TERM", grace),
        output::add);
  }
}
