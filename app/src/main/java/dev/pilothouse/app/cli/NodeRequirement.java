package dev.pilothouse.app.cli;

/// To build the page.
record NodeRequirement(Host host) implements Requirement {

  private static final String NAME = "Node and npm";
  private static final String LEAST = "20.19";
  private static final String ADVICE =
      "Install Node 20.19 or later: https://nodejs.org/en/download";

  @Override
  public Finding check() {
    return host.ask("node", "-v")
        .flatMap(ProgramVersion::in)
        .map(this::judge)
        .orElseGet(() -> Finding.missing(NAME, "no 'node' answers; builds the page", ADVICE));
  }

  private Finding judge(ProgramVersion version) {
    if (!version.isAtLeast(LEAST)) {
      return Finding.missing(NAME, "Node " + version + " is too old to build the page", ADVICE);
    }
    return host.find("npm")
        .map(npm -> Finding.ok(NAME, version + ", npm at " + npm))
        .orElseGet(() -> Finding.missing(NAME, "Node " + version + " without npm", ADVICE));
  }
}
