package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresClusterTest {

  @TempDir private Path folder = Path.of("");

  private PostgresCluster cluster = clusterIn(folder);

  @BeforeEach
  void setUp() throws IOException {
    Executables.mark(folder);
    cluster = clusterIn(folder);
  }

  @Test
  void isMadeAsAWhole() {
    cluster.prepare("secret");
    assertThat(cluster.folder().resolve("PG_VERSION")).content().isEqualToIgnoringNewLines("18");
    assertThat(Trees.children(folder)).containsExactly(cluster.folder());
  }

  @Test
  void refusesTheDatabaseOfAnotherMajorVersion() throws IOException {
    Files.createDirectories(cluster.folder());
    Files.writeString(cluster.folder().resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> cluster.prepare("secret"))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("Expected a database of PostgreSQL 18")
        .hasMessageContaining("but found one of PostgreSQL 17");
  }

  @Test
  void refusesAFolderThatIsNoDatabase() throws IOException {
    Files.createDirectories(cluster.folder());
    assertThatThrownBy(() -> cluster.prepare("secret"))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("its file PG_VERSION is missing");
    assertThat(cluster.folder()).isEmptyDirectory();
  }

  private static PostgresCluster clusterIn(Path folder) {
    PostgresBinaries binaries = PostgresBinaries.unpackedIn(Cache.standard(), Progress.silent());
    return new PostgresCluster(
        folder.resolve("postgres"), binaries, ServerUser.find(binaries, Path.of("/")));
  }
}
