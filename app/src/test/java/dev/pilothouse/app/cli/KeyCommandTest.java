package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.app.cli.Trial.Outcome;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void showsTheKeyOnce() {
    Outcome outcome = new Trial(folder).run("key", "create", "--role", "admin");

    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).containsOnlyOnce("ph_secret").contains("Shown this once");
  }

  @Test
  void tellsProgramsInJson() {
    Outcome outcome =
        new Trial(folder).run("key", "create", "--role", "operator", "--name", "crm", "--json");

    assertThat(outcome.out())
        .contains("\"key\" : \"ph_secret\"", "\"role\" : \"operator\"", "\"name\" : \"crm\"");
  }

  @Test
  void worksOnWhatRuns() {
    Trial trial = new Trial(folder);
    trial.platform.running = Optional.of(FakePlatform.ready());

    trial.run("key", "create", "--role", "admin");

    assertThat(trial.keys.settings.getFirst())
        .containsEntry("PILOTHOUSE_DATABASE_URL", "of what runs");
  }

  @Test
  void worksOnWhatTheEnvironmentNamesWhereNothingRuns() {
    Trial trial = new Trial(folder).with("PILOTHOUSE_DATABASE_URL", "of the environment");

    trial.run("key", "create", "--role", "admin");

    assertThat(trial.keys.settings.getFirst())
        .containsEntry("PILOTHOUSE_DATABASE_URL", "of the environment");
  }

  @Test
  void namesTheRolesForAnUnknownOne() {
    Outcome outcome = new Trial(folder).run("key", "create", "--role", "boss");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("boss").containsIgnoringCase("operator");
  }

  @Test
  void wantsToKnowWhatToDoWithKeys() {
    assertThat(new Trial(folder).run("key").code()).isEqualTo(2);
  }
}
