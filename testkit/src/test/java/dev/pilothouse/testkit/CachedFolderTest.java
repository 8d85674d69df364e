package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CachedFolderTest {

  @TempDir Path cache;

  @Test
  void isFilledOnceHoweverManyWantIt() throws Exception {
    var fillings = new AtomicInteger();
    try (var everyone = Executors.newVirtualThreadPerTaskExecutor()) {
      var wanted =
          IntStream.range(0, 8).mapToObj(_ -> everyone.submit(() -> filled(fillings))).toList();
      for (var folder : wanted) {
        assertThat(folder.get().resolve("content")).hasContent("whole");
      }
    }
    assertThat(fillings).hasValue(1);
  }

  @Test
  void leavesNothingHalfFilled() throws Exception {
    var folder = cache.resolve("thing");

    assertThatThrownBy(() -> CachedFolder.filled(folder, this::failHalfway))
        .hasRootCauseMessage("disk full");

    assertThat(folder).doesNotExist();
    assertThat(cache).isDirectoryNotContaining(Files::isDirectory);
  }

  private Path filled(AtomicInteger fillings) {
    return CachedFolder.filled(
        cache.resolve("thing"),
        empty -> {
          fillings.incrementAndGet();
          Files.writeString(empty.resolve("content"), "whole");
        });
  }

  private void failHalfway(Path empty) throws IOException {
    Files.writeString(empty.resolve("content"), "ha");
    throw new IOException("disk full");
  }
}
