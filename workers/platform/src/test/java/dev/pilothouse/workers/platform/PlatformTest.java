package dev.pilothouse.workers.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real PostgreSQL, real Temporal, real supervisor; only the app is a stand-in.
class PlatformTest {

  private static final Duration SOON = Duration.ofSeconds(50);

  @TempDir private Path folder = Path.of("");

  @TempDir private static Path shared = Path.of("");

  private final List<String> said = new CopyOnWriteArrayList<>();
  private DataFolder data = new DataFolder(folder);
  private UpOptions options = optionsFor(data);

  /// What was fetched and unpacked for other tests and starts serves here too; only the app is this
  /// test's own.
  @BeforeAll
  static void build() throws IOException {
    StandInJar.in(shared);
    for (String name : List.of("postgres", "temporal")) {
      Files.createSymbolicLink(
          shared.resolve(name), Files.createDirectories(Cache.standard().at(name)));
    }
  }

  @BeforeEach
  void prepare() {
    data = new DataFolder(folder.resolve("data"));
    options = optionsFor(data);
  }

  @AfterEach
  void stop() {
    Platform.stop(data, said::add);
  }

  @Test
  void comesUpOnceAndStopsWholly() {
    Running first = Platform.up(options, said::add);
    assertThat(first.foundRunning()).isFalse();
    assertThat(first.state().ready()).isTrue();
    assertThat(first.state().parts()).containsOnlyKeys("postgres", "temporal", "app");
    Running second = Platform.up(options, said::add);
    assertThat(second.foundRunning()).isTrue();
    assertThat(second.state().url()).isEqualTo(first.state().url());
    assertThat(Platform.appCommand(data).orElseThrow()).endsWith("serve", "--role=all");
    Platform.stop(data, said::add);
    assertThat(Platform.state(data)).isEmpty();
    assertThat(Platform.appCommand(data)).isEmpty();
    assertThat(first.state().parts().values()).noneMatch(part -> part.process().isAlive());
    assertThat(first.state().supervisor().isAlive()).isFalse();
  }

  @Test
  void bringsBackEachPartThatIsKilled() {
    PlatformState before = Platform.up(options, said::add).state();
    for (String name : before.parts().keySet()) {
      kill(processOf(before, name));
      assertThat(Patience.until(SOON, () -> isBack(name))).as("%s: %s", name, said).isTrue();
      assertThat(processOf(now(), name)).isNotEqualTo(processOf(before, name));
    }
  }

  @Test
  void nothingOutlivesAKilledSupervisorAndTheNextStartGoesOn() {
    PlatformState before = Platform.up(options, said::add).state();
    kill(before.supervisor());
    PlatformState after = Platform.up(options, said::add).state();
    assertThat(before.parts().values()).noneMatch(part -> part.process().isAlive());
    assertThat(after.ready()).isTrue();
  }

  @Test
  void killedAllAtOnceComesBackWithItsData() throws IOException {
    PlatformState before = Platform.up(options, said::add).state();
    String secrets = Files.readString(data.secrets());
    before.parts().values().forEach(part -> kill(part.process()));
    kill(before.supervisor());
    assertThat(Platform.up(options, said::add).state().ready()).isTrue();
    assertThat(Files.readString(data.secrets())).isEqualTo(secrets);
  }

  @Test
  void appThatRefusesItsSettingsEndsTheStartWithItsOwnWords() throws IOException {
    Files.createDirectories(data.root());
    Files.createFile(data.root().resolve("first-login.json.refuse"));
    assertThatThrownBy(() -> Platform.up(options, said::add))
        .isInstanceOf(PlatformProblem.class)
        .hasMessage("Pilothouse did not start: Unknown setting 'colour'. Did you mean 'color'?");
    assertThat(Platform.state(data)).isEmpty();
  }

  private boolean isBack(String name) {
    return Platform.state(data)
        .filter(state -> state.ready() && state.part(name).orElseThrow().restarts() > 0)
        .isPresent();
  }

  private static ProcessIdentity processOf(PlatformState state, String name) {
    return state.part(name).orElseThrow().process();
  }

  private PlatformState now() {
    return Platform.state(data).orElseThrow();
  }

  private static void kill(ProcessIdentity process) {
    process.find().ifPresent(found -> Signals.end(found, "KILL", SOON));
  }

  private static UpOptions optionsFor(DataFolder data) {
    Path jar = shared.resolve("pilothouse.jar");
    return new UpOptions(data, new Cache(shared), 0, new TemporalChoice.Dev(), true, jar);
  }
}
