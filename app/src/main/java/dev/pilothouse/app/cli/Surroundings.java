package dev.pilothouse.app.cli;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// All that a command finds around it, so that a test can build it a world of its own.
///
/// @param environment as the launcher exported it: `PILOTHOUSE_HOME` is the checkout, if there is
///   one
record Surroundings(
    Map<String, String> environment,
    Path workingFolder,
    Terminal terminal,
    PlatformOrders platform,
    BooleanSupplier isEnding) {

  Surroundings {
    environment = Map.copyOf(environment);
  }

  static Surroundings ofThisProcess() {
    return new Surroundings(
        System.getenv(),
        Path.of("").toAbsolutePath(),
        Terminal.ofThisProcess(),
        new EmbeddedPlatform(),
        ProcessEnd::hasBegun);
  }

  /// The checkout that the launcher belongs to; none where the jar was started by itself.
  Optional<Path> checkout() {
    return variable("PILOTHOUSE_HOME").map(Path::of);
  }

  Path usualData() {
    return checkout().orElse(workingFolder).resolve("data");
  }

  /// What a command works on that needs the database: what `up` started, else what the environment
  /// names.
  Map<String, String> serverSettings(CommonOptions common) {
    return platform.appSettings(common.dataFolder(this)).orElseGet(this::environment);
  }

  /// What the person types to reach us, for the sentences that tell what to type next.
  String program() {
    return checkout().isPresent() ? "./pilothouse" : "java -jar pilothouse.jar";
  }

  Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
