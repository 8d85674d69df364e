package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.Cache;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the first start will take the Temporal CLI from. Only looked for: fetching it is `up`'s.
record TemporalRequirement(Host host, Cache cache) implements Requirement {

  private static final String NAME = "Temporal CLI";
  private static final String LEAST = "1.9";

  @Override
  public Finding check() {
    return onPath().or(this::inCache).orElseGet(TemporalRequirement::toBeFetched);
  }

  private Optional<Finding> onPath() {
    return host.ask("temporal", "--version")
        .flatMap(ProgramVersion::in)
        .filter(version -> version.isAtLeast(LEAST))
        .flatMap(version ->
            host.find("temporal").map(file -> Finding.ok(NAME, version + " at " + file)));
  }

  private Optional<Finding> inCache() {
    Path folder = cache.root().resolve("temporal");
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    try (Stream<Path> versions = Files.list(folder)) {
      return versions
          .map(version -> version.resolve("temporal"))
          .filter(Files::isExecutable)
          .findFirst()
          .map(program -> Finding.ok(NAME, "fetched already: " + program));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Finding toBeFetched() {
    return Finding.ok(NAME, "fetched by the first start, 45 MB, unless --temporal names a server");
  }
}
