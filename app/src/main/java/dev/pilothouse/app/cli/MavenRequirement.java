package dev.pilothouse.app.cli;

import java.nio.file.Path;

/// To build: an installed one, else the one that the checkout's wrapper script brings.
record MavenRequirement(Host host, Path checkout) implements Requirement {

  private static final String LEAST = "3.8.7";
  private static final String NAME = "Maven";

  @Override
  public Finding check() {
    return host.ask("mvn", "-B", "-v")
        .flatMap(ProgramVersion::in)
        .filter(version -> version.isAtLeast(LEAST))
        .map(version -> Finding.ok(NAME, version + where()))
        .orElseGet(this::wrapper);
  }

  private String where() {
    return host.find("mvn").map(file -> " at " + file).orElse("");
  }

  private Finding wrapper() {
    return host.find("unzip").isPresent()
        ? Finding.ok(NAME, "fetched once by " + checkout.resolve("mvnw"))
        : Finding.missing(
            NAME,
            "no " + LEAST + " or later on the PATH, and mvnw needs unzip to bring its own",
            "Install maven or unzip with the system's packages.");
  }
}
