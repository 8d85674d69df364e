package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCacheTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void isMadeOnceByAnAppThatRehearsesBesideTheRealOne() throws IOException, InterruptedException {
    Executables.mark(folder);
    UnpackedApp app =
        new BootJar(StandInJar.in(folder).path())
            .unpackedIn(new Cache(folder.resolve("cache")), Progress.silent());
    StartCache cache = new StartCache(app.folder());
    List<String> command =
        List.of(Preparation.java(), "-cp", app.javaClassPath(), app.mainClass(), "serve");
    Plan plan = withoutTemporal(app, command);
    assertThat(cache.usedBy(command)).isEqualTo(command);
    assertThat(cache.make(plan)).isEqualTo("made the start cache");
    assertThat(cache.usedBy(command))
        .startsWith(Preparation.java(), "-XX:AOTCache=" + cache.file(), "-cp")
        .hasSize(command.size() + 1);
    assertThat(cache.make(plan)).isEqualTo("the start cache is there");
    assertThat(plan.dataFolder().rehearsal()).doesNotExist();
  }

  private Plan withoutTemporal(UnpackedApp app, List<String> command) {
    return new Plan(
        folder.resolve("data").toString(),
        app.folder().toString(),
        command,
        0,
        0,
        PostgresBinaries.unpackedIn(Cache.standard(), Progress.silent()).root().toString(),
        new Plan.TemporalPlan(
            Plan.TemporalPlan.Kind.GIVEN,
            "127.0.0.1:1",
            "",
            "",
            "",
            "",
            new TemporalPorts(0, 0, 0, 0)),
        "test");
  }
}
