package dev.pilothouse.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StatusCommandTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir private Path folder = Path.of("");

  @Test
  void tellsThatNothingRuns() {
    Trial.Outcome outcome = new Trial(folder).run("status");
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.out())
        .contains("is not running on " + folder.resolve("data"), "./pilothouse up starts it.");
  }

  @Test
  void showsEachPartUnderItsHeading() {
    Trial trial = new Trial(folder);
    trial.platform.running = Optional.of(FakePlatform.ready());
    Trial.Outcome outcome = trial.run("status");
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out())
        .contains(
            "Pilothouse 0.1.0 is ready.\n",
            "  PART        STATE    PID  PORT  VERSION  RESTARTS\n",
            "  postgres    running  12   5433  18.6     0\n");
  }

  @Test
  void tellsWhatItWaitsForAndWhy() {
    Trial trial = new Trial(folder);
    trial.platform.running =
        Optional.of(FakePlatform.recovering("The disk is full.", "Free some space."));
    Trial.Outcome outcome = trial.run("status");
    assertThat(outcome.code()).isEqualTo(4);
    assertThat(outcome.out())
        .contains("is recovering: waiting for postgres\n", "The disk is full. Free some space.\n");
  }

  @Test
  void givesProgramsWhatTheyAskFor() {
    Trial trial = new Trial(folder);
    trial.platform.running = Optional.of(FakePlatform.ready());
    JsonNode json = JSON.readTree(trial.run("status", "--json").out());
    assertThat(json.at("/ready").asBoolean()).isTrue();
    assertThat(json.at("/url").asString()).isEqualTo("http://127.0.0.1:8080");
    assertThat(json.at("/versions/pilothouse").asString()).isEqualTo("0.1.0");
    assertThat(json.at("/versions/postgres").asString()).isEqualTo("18.6");
    assertThat(json.at("/pids/supervisor").asLong()).isEqualTo(10);
    assertThat(json.at("/ports/temporalUi").asInt()).isEqualTo(8233);
  }

  @Test
  void givesProgramsAnAnswerAlsoWhereNothingRuns() {
    Trial.Outcome outcome = new Trial(folder).run("status", "--json", "--data", "elsewhere");
    assertThat(outcome.code()).isEqualTo(3);
    JsonNode json = JSON.readTree(outcome.out());
    assertThat(json.at("/ready").asBoolean(true)).isFalse();
    assertThat(json.at("/data").asString()).isEqualTo(folder.resolve("elsewhere").toString());
  }

  @Test
  void coloursOnlyWhatIsAlsoAWord() {
    Trial trial = new Trial(folder).inColour();
    trial.platform.running = Optional.of(FakePlatform.ready());
    assertThat(trial.run("status").out()).contains("is \033[32mready\033[0m.");
  }

  @Test
  void looksBesideThePersonWhereThereIsNoCheckout() {
    Trial.Outcome outcome = new Trial(folder).withoutCheckout().run("status");
    assertThat(outcome.out())
        .contains(folder.resolve("data").toString(), "java -jar pilothouse.jar up starts it.");
  }
}
