package dev.pilothouse.app.cli;

import java.util.stream.Stream;

/// PostgreSQL refuses to be root, so root needs a way to run it as somebody else.
record RootRequirement(Host host) implements Requirement {

  private static final String NAME = "User";

  @Override
  public Finding check() {
    if (!"root".equals(System.getProperty("user.name"))) {
      return Finding.ok(NAME, System.getProperty("user.name") + ", who may run PostgreSQL");
    }
    return ways()
        .findFirst()
        .map(way -> Finding.ok(NAME, "root; PostgreSQL is run as another user by " + way))
        .orElseGet(() ->
            Finding.missing(
                NAME,
                "root, as whom PostgreSQL does not run, without unshare, setpriv or sudo",
                "Run as an ordinary user, or install util-linux."));
  }

  private Stream<String> ways() {
    return Stream.of("unshare", "setpriv", "sudo").filter(this::works);
  }

  private boolean works(String way) {
    return way.equals("unshare")
        ? host.ask("unshare", "-U", "true").isPresent()
        : host.find(way).isPresent();
  }
}
