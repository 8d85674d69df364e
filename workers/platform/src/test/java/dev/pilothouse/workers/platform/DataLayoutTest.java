package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataLayoutTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void marksAFolderAsOurs() {
    DataFolder data = new DataFolder(folder.resolve("deep/data"));
    assertThat(DataLayout.isOurs(data)).isFalse();
    DataLayout.prepare(data, "1.2.3");
    assertThat(data.layout()).content().contains("\"layout\" : 1", "\"writtenBy\" : \"1.2.3\"");
  }

  @Test
  void refusesAnotherLayoutAndNamesWhoCanReadIt() throws IOException {
    DataFolder data = new DataFolder(folder);
    Files.writeString(data.layout(), "{\"layout\": 7, \"writtenBy\": \"9.0\"}");
    assertThatThrownBy(() -> DataLayout.prepare(data, "1.2.3"))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("Expected layout 1")
        .hasMessageContaining("found layout 7, written by Pilothouse 9.0");
    assertThat(data.layout()).content().contains("7");
  }

  @Test
  void saysWhereItMayNotWrite() throws IOException {
    Path file = Files.createFile(folder.resolve("a-file"));
    assertThatThrownBy(() -> DataLayout.prepare(new DataFolder(file.resolve("data")), "1"))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("could not be written");
    assertThatThrownBy(() -> DataLayout.prepare(new DataFolder(Path.of("/proc/data")), "1"))
        .isInstanceOf(PlatformProblem.class);
  }
}
