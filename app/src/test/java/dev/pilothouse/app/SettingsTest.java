package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  private static final String KEY = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

  /// Others rely on these names: a change here is a change for everyone who runs Pilothouse.
  @Test
  void hasTheseKeysAndNoOthers() {
    assertThat(Settings.keys())
        .containsExactly(
            "role",
            "first-login-file",
            "http.port",
            "http.address",
            "http.secure-cookies",
            "http.session-lifetime",
            "http.max-event-bytes",
            "database.url",
            "database.migrator-password",
            "database.app-password",
            "database.system-password",
            "database.connections",
            "intake.repeats-known-for",
            "temporal.target",
            "temporal.namespace",
            "temporal.ui",
            "temporal.tls",
            "temporal.tls-ca",
            "temporal.tls-cert",
            "temporal.tls-key",
            "temporal.tls-server-name",
            "temporal.api-key",
            "worker.slots",
            "worker.shutdown-grace",
            "worker.deployment",
            "worker.build-id",
            "gate.calls-per-host",
            "gate.calls-per-tenant",
            "actions.http.allowed-hosts",
            "actions.http.connect-timeout",
            "actions.http.max-answer-bytes",
            "actions.mail.host",
            "actions.mail.port",
            "actions.mail.from",
            "actions.mail.user",
            "actions.mail.password",
            "actions.mail.security",
            "encryption.key",
            "encryption.former-keys");
  }

  @Test
  void beginsWithTheseDefaults() {
    Settings settings = read(List.of(), Map.of());

    assertThat(settings.role()).isEqualTo(ProcessRole.ALL);
    assertThat(settings.firstLoginFile()).isEqualTo(Path.of("data", "first-login.json"));
    assertThat(settings.http().port()).isEqualTo(8080);
    assertThat(settings.http().address()).isEqualTo("127.0.0.1");
    assertThat(settings.http().sessionLifetime()).isEqualTo(Duration.ofDays(14));
    assertThat(settings.http().maxEventBytes()).isEqualTo(1_048_576);
    assertThat(settings.database().url()).isEqualTo("jdbc:postgresql://127.0.0.1:5432/pilothouse");
    assertThat(settings.database().connections()).isEqualTo(10);
    assertThat(settings.intake().repeatsKnownFor()).isEqualTo(Duration.ofDays(90));
    assertThat(settings.temporal().target()).isEqualTo("127.0.0.1:7233");
    assertThat(settings.temporal().namespace()).isEqualTo("default");
    assertThat(settings.worker().slots()).isEqualTo(200);
    assertThat(settings.worker().shutdownGrace()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void readsTheCommandLine() {
    assertThat(read(List.of("--role=worker", "--worker.slots=7"), Map.of()))
        .satisfies(settings -> {
          assertThat(settings.role()).isEqualTo(ProcessRole.WORKER);
          assertThat(settings.worker().slots()).isEqualTo(7);
        });
  }

  @Test
  void readsTheEnvironment() {
    assertThat(read(List.of(), Map.of("PILOTHOUSE_HTTP_SESSION_LIFETIME", "PT1H")).http())
        .extracting(http -> http.sessionLifetime())
        .isEqualTo(Duration.ofHours(1));
  }

  @Test
  void readsAFileThatIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("house.properties"), "http.port = 9000\n");

    assertThat(read(List.of("--config=" + file), Map.of()).http().port()).isEqualTo(9000);
  }

  @Test
  void prefersTheCommandLineToTheEnvironmentToTheFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("house.properties"), "http.port=1\nworker.slots=1\nrole=api\n");
    Map<String, String> environment =
        Map.of("PILOTHOUSE_HTTP_PORT", "2", "PILOTHOUSE_WORKER_SLOTS", "2");

    Settings settings = read(List.of("--config=" + file, "--http.port=3"), environment);

    assertThat(settings.http().port()).isEqualTo(3);
    assertThat(settings.worker().slots()).isEqualTo(2);
    assertThat(settings.role()).isEqualTo(ProcessRole.API);
  }

  @Test
  void namesTheNearKeyForAMistypedOne() {
    assertProblem(
        List.of("--databse.url=x"),
        Map.of(),
        "There is no setting 'databse.url' (on the command line); did you mean 'database.url'?");
  }

  @Test
  void namesTheNearVariableForAMistypedOne() {
    assertProblem(
        List.of(),
        Map.of("PILOTHOUSE_TEMPORAL_TARGT", "x"),
        "There is no setting 'PILOTHOUSE_TEMPORAL_TARGT' (in the environment); did you mean"
            + " 'PILOTHOUSE_TEMPORAL_TARGET'?");
  }

  @Test
  void leavesOtherPeoplesVariablesAlone() {
    assertThat(read(List.of(), Map.of("HOME", "x", "PILOTHOUSE_CACHE", "y"))).isNotNull();
  }

  @Test
  void saysWhatItExpectedInsteadOfText() {
    assertProblem(
        List.of("--http.port=eighty"),
        Map.of(),
        "Expected a whole number in 'http.port', but found 'eighty'.");
  }

  @Test
  void namesTheChoices() {
    assertProblem(
        List.of("--role=boss"),
        Map.of(),
        "Expected one of api, worker, trigger, all in 'role', but found 'boss'.");
  }

  @Test
  void saysWhichBoundDoesNotHold() {
    assertProblem(
        List.of("--http.port=70000"),
        Map.of(),
        "Settings in 'http.*': expected 'port' between 0 and 65535, but found 70000.");
  }

  @Test
  void tellsAllProblemsAtOnce() {
    assertThatExceptionOfType(SettingsProblem.class)
        .isThrownBy(
            () -> read(List.of("--role=boss", "--http.port=-1", "--nonsense=1", "stray"), Map.of()))
        .satisfies(problem -> assertThat(problem.sentences()).hasSize(4));
  }

  @Test
  void wantsAnEncryptionKey() {
    assertThatExceptionOfType(SettingsProblem.class)
        .isThrownBy(() -> Settings.read(List.of(), Map.of()))
        .withMessageContaining("encryption.key");
  }

  private static void assertProblem(
      List<String> arguments, Map<String, String> environment, String sentence) {
    assertThatExceptionOfType(SettingsProblem.class)
        .isThrownBy(() -> read(arguments, environment))
        .satisfies(problem -> assertThat(problem.sentences()).containsExactly(sentence));
  }

  private static Settings read(List<String> arguments, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PILOTHOUSE_ENCRYPTION_KEY", KEY);
    return Settings.read(arguments, all);
  }
}
