package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.workers.platform.PlatformState.Part;
import dev.pilothouse.workers.platform.PlatformState.PartState;
import dev.pilothouse.workers.platform.PlatformState.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LeftOversTest {

  @TempDir private Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();

  @Test
  void endsWhatAnEarlierStartLeft() throws IOException {
    Process left = new ProcessBuilder("/bin/sleep", "600").start();
    try {
      leave(ProcessIdentity.of(left.toHandle()));
      assertThat(new LeftOvers(data()).clean(said::add)).isTrue();
      assertThat(left.isAlive()).isFalse();
      assertThat(said).containsExactly("Ending what an earlier start left: app " + left.pid());
      assertThat(data().state()).doesNotExist();
    } finally {
      left.destroyForcibly();
    }
  }

  @Test
  void neverEndsAStrangerWhoWasGivenTheSameNumber() throws IOException {
    Process stranger = new ProcessBuilder("/bin/sleep", "600").start();
    try {
      ProcessIdentity itself = ProcessIdentity.of(stranger.toHandle());
      leave(new ProcessIdentity(itself.pid(), itself.started().minus(Duration.ofHours(1))));
      assertThat(new LeftOvers(data()).clean(said::add)).isFalse();
      assertThat(stranger.isAlive()).isTrue();
    } finally {
      stranger.destroyForcibly();
    }
  }

  @Test
  void removesWhatWasMadeHalfway() throws IOException {
    Files.createDirectories(folder.resolve("postgres.new123/half"));
    Files.createDirectories(folder.resolve("temporal.deleted"));
    Files.createDirectories(folder.resolve("mine.new"));
    new LeftOvers(data()).clean(said::add);
    assertThat(Trees.children(folder)).containsExactly(folder.resolve("mine.new"));
  }

  private DataFolder data() {
    return new DataFolder(folder);
  }

  private void leave(ProcessIdentity process) throws IOException {
    Files.createDirectories(data().run());
    Part part = new Part(PartState.RUNNING, process, "1", 0, "");
    PlatformState state =
        new PlatformState(
            Phase.READY,
            "",
            true,
            "",
            "",
            "",
            "",
            Map.of(),
            "1",
            Map.of("app", part),
            process,
            "",
            "");
    new WholeFile(data().state()).write(state.toJson());
  }
}
