package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void isMadeOnceByAnAppThatFindsNoParts() throws IOException, InterruptedException {
    UnpackedApp app =
        new BootJar(StandInJar.in(folder).path())
            .unpackedIn(new Cache(folder.resolve("cache")), Progress.silent());
    StartCache cache = new StartCache(app.folder());
    assertThat(cache.options()).isEmpty();
    List<String> command =
        List.of(Preparation.java(), "-cp", app.javaClassPath(), app.mainClass(), "serve");
    Map<String, String> environment =
        Map.of(
            "PILOTHOUSE_FIRST_LOGIN_FILE",
            folder.resolve("login").toString(),
            "PILOTHOUSE_DATABASE_APP_PASSWORD",
            "none");
    assertThat(cache.make(command, environment)).isEqualTo("made the start cache");
    assertThat(cache.options()).containsExactly("-XX:AOTCache=" + cache.file());
    assertThat(cache.make(command, environment)).isEqualTo("the start cache is there");
  }
}
