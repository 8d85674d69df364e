package dev.pilothouse.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder of the checkout, whatever the working folder is.
final class Checkout {
  private Checkout() {}

  static Path jar() {
    Path root =
        Optional.ofNullable(System.getenv("PILOTHOUSE_HOME"))
            .or(() -> Optional.ofNullable(System.getProperty("pilothouse.build")))
            .map(Path::of)
            .orElse(Path.of(""));
    Path jar = root.resolve("app/target/pilothouse.jar").toAbsolutePath();
    if (!Files.exists(jar)) {
      throw new IllegalStateException("Expected the built jar at '" + jar + "', but found none.");
    }
    return jar;
  }
}
