package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporalFileTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void remembersWhoWroteIt() throws IOException {
    TemporalFile file = new TemporalFile(folder);
    file.prepare("1.9.1");
    assertThat(file.writer()).isEmpty();
    Files.writeString(file.database(), "SQLite format 3\0and so on");
    assertThat(file.writer()).isEqualTo("1.9.1");
    file.prepare("1.9.1");
  }

  @Test
  void isOpenedByNoOtherVersion() throws IOException {
    TemporalFile file = new TemporalFile(folder);
    file.prepare("1.9.1");
    Files.writeString(file.database(), "SQLite format 3\0and so on");
    assertThatThrownBy(() -> file.prepare("1.10.0"))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("to be of version 1.10.0, but version 1.9.1 wrote it")
        .hasMessageContaining("runs are kept in PostgreSQL");
  }

  @Test
  void saysSoWhereItIsNoDataFile() throws IOException {
    TemporalFile file = new TemporalFile(folder);
    Files.writeString(file.database(), "what a mess, what a mess");
    assertThatThrownBy(() -> file.prepare("1.9.1"))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("found something that it cannot read")
        .hasMessageContaining("Move that file away");
    assertThat(Files.readString(file.database())).isEqualTo("what a mess, what a mess");
  }
}
