package dev.pilothouse.testkit;

/// Where tests find a Temporal server: the one that `TEMPORAL_ADDRESS` names, a container of this
/// JVM with `-Dparts=containers`, else the build's own.
final class RealTemporal {

  private RealTemporal() {}

  static String target() {
    return TheOne.TARGET;
  }

  private static String found() {
    var given = System.getenv().getOrDefault("TEMPORAL_ADDRESS", "");
    if (!given.isBlank()) {
      return given;
    }
    return switch (Parts.ofThisRun()) {
      case EMBEDDED -> TemporalOfBuild.current().server().target();
      case CONTAINERS -> TemporalContainer.start();
    };
  }

  /// Found by the first test class that asks.
  private static final class TheOne {
    static final String TARGET = found();
  }
}
