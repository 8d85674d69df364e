package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.PlatformProblem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The jar that holds the app: the one we were started from, else the one built in the checkout.
record BootJar(Surroundings surroundings, String classPath) {

  BootJar(Surroundings surroundings) {
    this(surroundings, System.getProperty("java.class.path", ""));
  }

  Path path() {
    return startedFrom()
        .or(this::built)
        .orElseThrow(() ->
            new PlatformProblem(
                "Expected to be started from pilothouse.jar, but found a class path without it.",
                "Start by ./pilothouse up, or by java -jar pilothouse.jar up."));
  }

  private Optional<Path> startedFrom() {
    return Optional.of(classPath)
        .filter(path -> path.endsWith(".jar") && !path.contains(File.pathSeparator))
        .map(path -> surroundings.workingFolder().resolve(path))
        .filter(Files::isRegularFile);
  }

  private Optional<Path> built() {
    return surroundings
        .checkout()
        .map(checkout -> checkout.resolve("app/target/pilothouse.jar"))
        .filter(Files::isRegularFile);
  }
}
