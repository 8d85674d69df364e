package dev.pilothouse.app.cli;

import java.util.stream.Stream;

/// To test the page: an installed one, else Debian's, which the tests unpack into the cache.
record ChromiumRequirement(Host host) implements Requirement {

  private static final String NAME = "Chromium";

  @Override
  public Finding check() {
    return Stream.of("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
        .flatMap(program -> host.find(program).stream())
        .findFirst()
        .map(file -> Finding.ok(NAME, file + ", tests the page"))
        .orElseGet(this::fromDebian);
  }

  private Finding fromDebian() {
    return host.find("apt-get").isPresent() && host.find("dpkg-deb").isPresent()
        ? Finding.ok(NAME, "fetched by the tests from Debian, into the cache")
        : Finding.note(
            NAME, "not on the PATH; tests the page", "Install chromium before ./pilothouse test.");
  }
}
