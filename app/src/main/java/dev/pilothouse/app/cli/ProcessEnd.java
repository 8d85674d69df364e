package dev.pilothouse.app.cli;

/// The end of this process.
final class ProcessEnd {

  private ProcessEnd() {}

  /// Java tells nobody; but once it has begun to shut down it takes no more hooks.
  static boolean hasBegun() {
    Thread probe = Thread.ofPlatform().unstarted(() -> {});
    try {
      Runtime.getRuntime().addShutdownHook(probe);
      return !Runtime.getRuntime().removeShutdownHook(probe);
    } catch (IllegalStateException _) {
      return true;
    }
  }
}
