package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresBinariesTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void isUnpackedOnceWhoeverAsksAndWhateverAKilledOneLeft()
      throws IOException, InterruptedException, ExecutionException {
    Cache cache = new Cache(folder);
    Path left = Files.createDirectories(cache.at("postgres").resolve("dead.part/bin"));
    List<String> said = new CopyOnWriteArrayList<>();
    List<Path> found = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<PostgresBinaries>> asked = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        asked.add(threads.submit(() -> PostgresBinaries.unpackedIn(cache, said::add)));
      }
      for (Future<PostgresBinaries> answer : asked) {
        found.add(answer.get().bin());
        assertThat(answer.get().majorVersion()).isEqualTo("18");
      }
    }
    assertThat(said).containsExactly("Unpacking PostgreSQL");
    assertThat(found).containsOnly(found.getFirst());
    assertThat(found.getFirst().resolve("postgres")).isExecutable();
    assertThat(left).doesNotExist();
  }
}
