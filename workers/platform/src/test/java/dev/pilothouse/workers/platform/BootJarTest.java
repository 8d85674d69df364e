package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BootJarTest {

  @TempDir private Path folder = Path.of("");

  private final List<String> said = new ArrayList<>();

  @Test
  void sameContentIsUnpackedOnce() throws IOException {
    UnpackedApp first = unpack("one");
    UnpackedApp second = unpack("one");
    assertThat(second).isEqualTo(first);
    assertThat(said).containsExactly("Unpacking Pilothouse");
    assertThat(first.mainClass()).isEqualTo(StandInApp.class.getName());
    assertThat(first.classPath()).allSatisfy(path -> assertThat(path).isRegularFile());
  }

  @Test
  void otherContentTakesThePlaceOfWhatNobodyRuns() throws IOException {
    UnpackedApp unused = unpack("one");
    UnpackedApp second = unpack("two");
    assertThat(unused.folder()).doesNotExist();
    assertThat(second.folder()).isDirectory();
  }

  @Test
  void whatIsRunIsLeftAlone() throws IOException {
    UnpackedApp running = unpack("one");
    try (InterProcessLock _ = running.use()) {
      unpack("two");
      assertThat(running.classPath()).allSatisfy(path -> assertThat(path).isRegularFile());
    }
  }

  @Test
  void saysWhereThereIsNoJar() {
    BootJar none = new BootJar(folder.resolve("none.jar"));
    assertThatThrownBy(() -> none.unpackedIn(new Cache(folder), said::add))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("Expected Pilothouse's jar at");
  }

  private UnpackedApp unpack(String mark) throws IOException {
    Path place = Files.createDirectories(folder.resolve("jars"));
    return new BootJar(StandInJar.hollow(place, mark).path())
        .unpackedIn(new Cache(folder.resolve("cache")), said::add);
  }
}
