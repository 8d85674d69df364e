package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.cli.Trial.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarrierCommandsTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void printsWhatARebuildCameTo() {
    Outcome outcome = new Trial(folder).run("reconcile");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("rebuilt", "20", "300", "4000");
  }

  @Test
  void printsItForPrograms() {
    assertThat(new Trial(folder).run("reconcile", "--json").out())
        .contains("\"dispatched\" : 1", "\"started\" : 20", "\"walked\" : 300", "\"ended\" : 4000");
  }

  @Test
  void worksOnWhatRuns() {
    Trial trial = new Trial(folder);
    trial.platform.running = Optional.of(FakePlatform.ready());

    trial.run("reconcile");

    assertThat(trial.carrier.settings.getFirst())
        .containsEntry("PILOTHOUSE_DATABASE_URL", "of what runs");
  }

  @Test
  void saysWhyTheHouseIsHeld() {
    Outcome outcome = new Trial(folder).run("hold");

    assertThat(outcome.code()).isEqualTo(5);
    assertThat(outcome.out())
        .contains("Held since 2026-11-20T09:58:00Z.", "went back in time", "7 runs");
  }

  @Test
  void releasesForAReason() {
    Trial trial = new Trial(folder);

    Outcome outcome = trial.run("hold", "release", "--reason", "The copy is all we have");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).contains("Released. Runs in doubt: 7.");
    assertThat(trial.carrier.reasons).containsExactly("The copy is all we have");
    assertThat(trial.run("hold", "--json").out()).contains("\"held\" : false");
  }

  @Test
  void doesNotReleaseWithoutAReason() {
    Trial trial = new Trial(folder);

    assertThat(trial.run("hold", "release").code()).isEqualTo(2);
    assertThat(trial.carrier.reasons).isEmpty();
  }
}
