package dev.pilothouse.workers.platform;

/// A platform that is up, as the process that said `up` sees it.
public final class Running implements AutoCloseable {

  private final PlatformState state;
  private final boolean foundRunning;

  Running(PlatformState state, boolean foundRunning) {
    this.state = state;
    this.foundRunning = foundRunning;
  }

  public PlatformState state() {
    return state;
  }

  /// True where an earlier `up` had started it and this one only found it; then [#await] returns at
  /// once and [#close] does nothing.
  public boolean foundRunning() {
    return foundRunning;
  }

  /// In the foreground: returns when the platform was stopped from elsewhere, throws a
  /// [PlatformProblem] when its supervisor was lost. Ctrl-C needs no handling: all parts are
  /// stopped before this process ends.
  public void await() throws InterruptedException {}

  /// In the foreground: stops everything and returns when it is stopped. Detached: leaves
  /// everything running.
  @Override
  public void close() {}
}
