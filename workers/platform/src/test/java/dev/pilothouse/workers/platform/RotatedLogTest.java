package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotatedLogTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void keepsFiveFilesAndTheNewestLines() throws IOException {
    Path file = folder.resolve("part.log");
    try (RotatedLog log = new RotatedLog(file, 100)) {
      IntStream.range(0, 200).mapToObj(i -> "line %03d..".formatted(i)).forEach(log);
      assertThat(log.newest()).hasSize(60).last().isEqualTo("line 199..");
    }
    assertThat(Trees.children(folder)).hasSizeLessThanOrEqualTo(5);
    assertThat(Files.readString(folder.resolve("part.log.1"))).contains("line 19");
    assertThat(Files.size(folder.resolve("part.log.4"))).isBetween(90L, 130L);
  }

  @Test
  void goesOnWhereAnEarlierOneEnded() throws IOException {
    Path file = folder.resolve("part.log");
    try (RotatedLog first = new RotatedLog(file)) {
      first.accept("one");
    }
    try (RotatedLog second = new RotatedLog(file)) {
      second.accept("two");
    }
    assertThat(Files.readAllLines(file)).containsExactly("one", "two");
  }

  @Test
  void doesNotHinderItsPartWhereTheDiskTakesNothing() {
    try (RotatedLog log = new RotatedLog(Path.of("/proc/none/part.log"))) {
      log.accept("last words");
      assertThat(log.newest()).containsExactly("last words");
    }
  }
}
