package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalOfBuildTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final Process build = aProcess();

  @AfterEach
  void endTheBuild() {
    build.destroyForcibly();
  }

  @Test
  void isOneForAllWhoAsk() throws Exception {
    try (var jvms = Executors.newVirtualThreadPerTaskExecutor()) {
      var servers =
          IntStream.range(0, 4).mapToObj(_ -> jvms.submit(() -> ofTheBuild().server())).toList();
      var first = servers.getFirst().get();
      for (var server : servers) {
        assertThat(server.get()).isEqualTo(first);
      }
      assertThat(first.serves()).isTrue();
    }
  }

  @Test
  void endsWhenTheBuildIsKilled() {
    var server = ofTheBuild().server();

    build.destroyForcibly();

    Wait.until("the server has ended", PATIENCE, () -> !server.serves());
  }

  @Test
  void isStartedAgainWhenItWasKilled() {
    var killed = ofTheBuild().server();
    ProcessHandle.of(killed.process().pid()).orElseThrow().destroyForcibly();
    Wait.until("it has ended", PATIENCE, () -> !killed.process().isAlive());

    var next = ofTheBuild().server();

    assertThat(next).isNotEqualTo(killed);
    assertThat(next.serves()).isTrue();
    assertThat(folder.toFile().list((_, name) -> name.startsWith("temporal-"))).hasSize(1);
  }

  private TemporalOfBuild ofTheBuild() {
    return new TemporalOfBuild(folder, build.toHandle());
  }

  private static Process aProcess() {
    try {
      return new ProcessBuilder("sleep", "600").start();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
