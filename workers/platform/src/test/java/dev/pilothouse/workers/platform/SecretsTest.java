package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void areMadeOnceAndReadByTheirOwnerAlone() throws IOException {
    DataFolder data = new DataFolder(folder);
    Secrets made = Secrets.of(data);
    assertThat(Secrets.of(data)).isEqualTo(made);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.secrets())))
        .isEqualTo("rw-------");
    assertThat(Base64.getDecoder().decode(made.encryptionKey())).hasSize(32);
  }

  @Test
  void areNeverMadeAnewBesideADatabase() throws IOException {
    DataFolder data = new DataFolder(folder);
    Files.createDirectories(data.postgres());
    assertThatThrownBy(() -> Secrets.of(data))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("Put it back from a backup");
    assertThat(data.secrets()).doesNotExist();
  }

  @Test
  void neverShowThemselves() {
    Secrets secrets = Secrets.fresh();
    assertThat(secrets.toString()).doesNotContain(secrets.app(), secrets.encryptionKey());
  }
}
