package dev.pilothouse.app;

import dev.pilothouse.actions.ActionsConfig;
import dev.pilothouse.activities.GateConfig;
import dev.pilothouse.builderapi.HttpConfig;
import dev.pilothouse.stores.DatabaseConfig;
import dev.pilothouse.triggers.IntakeConfig;
import dev.pilothouse.workers.temporal.TemporalConfig;
import dev.pilothouse.workers.temporal.WorkerConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// All that can be set. A key is the path of components in dashed words, such as `database.url`; it
/// is given as `--database.url=…`, as `PILOTHOUSE_DATABASE_URL`, or in a properties file.
///
/// @param role see [ProcessRole]
/// @param firstLoginFile where the first password is kept until it is changed
public record Settings(
    ProcessRole role,
    Path firstLoginFile,
    HttpConfig http,
    DatabaseConfig database,
    IntakeConfig intake,
    TemporalConfig temporal,
    WorkerConfig worker,
    GateConfig gate,
    ActionsConfig actions,
    EncryptionConfig encryption) {

  public static Settings defaults() {
    return new Settings(
        ProcessRole.ALL,
        Path.of("data", "first-login.json"),
        HttpConfig.defaults(),
        DatabaseConfig.defaults(),
        IntakeConfig.defaults(),
        TemporalConfig.defaults(),
        WorkerConfig.defaults(),
        GateConfig.defaults(),
        ActionsConfig.defaults(),
        EncryptionConfig.defaults());
  }

  /// Every key there is, in the order of the components.
  public static List<String> keys() {
    return SettingsReader.keys(Settings.class);
  }

  /// Reads command line, environment and file, in this order of precedence.
  ///
  /// @throws SettingsProblem with all that is wrong, once
  public static Settings read(List<String> arguments, Map<String, String> environment) {
    GivenSettings given = GivenSettings.from(keys(), arguments, environment);
    SettingsReader reader = new SettingsReader(given.values());
    Settings settings = reader.read(defaults());
    SettingsProblem.throwIfAny(Stream.of(given.problems(), reader.problems(), missing(settings)));
    return settings;
  }

  private static List<String> missing(Settings settings) {
    return settings.encryption().key().isEmpty()
        ? List.of(
            "The setting 'encryption.key' is missing: expected base64 of 32 random bytes, the same in"
                + " every process. `openssl rand -base64 32` makes one.")
        : List.of();
  }
}
