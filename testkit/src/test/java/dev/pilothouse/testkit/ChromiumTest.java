package dev.pilothouse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.PlatformProblem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {

  @TempDir Path folder;

  @Test
  void takesTheOneThatIsNamed() throws Exception {
    var named = program("mine", "echo Chromium 1");

    var found = find(Map.of("PILOTHOUSE_CHROMIUM", named.toString()));

    assertThat(found).isEqualTo(new Chromium(named, Map.of()));
  }

  @Test
  void refusesANamedOneThatDoesNotRun() throws Exception {
    var stub = program("stub", "echo please install the snap; exit 1");

    assertThatThrownBy(() -> find(Map.of("PILOTHOUSE_CHROMIUM", stub.toString())))
        .isInstanceOf(PlatformProblem.class)
        .hasMessageContaining("PILOTHOUSE_CHROMIUM")
        .hasMessageContaining("answers 'please install the snap'");
  }

  @Test
  void doesNotTakeAStubForABrowser() throws Exception {
    assertThat(new Chromium(program("chromium", "exit 1"), Map.of()).works()).isFalse();
    assertThat(new Chromium(folder.resolve("absent"), Map.of()).works()).isFalse();
  }

  private Chromium find(Map<String, String> environment) {
    return Chromium.find(environment, new Cache(folder));
  }

  private Path program(String name, String script) throws IOException {
    var executable =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var program = Files.createFile(folder.resolve(name), executable);
    return Files.writeString(program, "#!/bin/sh\n" + script + "\n");
  }
}
