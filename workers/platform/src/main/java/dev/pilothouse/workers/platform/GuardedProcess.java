package dev.pilothouse.workers.platform;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A child that cannot outlive this process, however this process ends.
public final class GuardedProcess implements AutoCloseable {

  /// What to run and how to end it.
  ///
  /// @param gentleSignal as `kill -s` names it: `INT` or `TERM`
  /// @param grace how long it may take to end before it is killed
  public record Command(
      List<String> words, Map<String, String> environment, String gentleSignal, Duration grace) {}

  private GuardedProcess() {}

  /// Starts the child with its guard.
  ///
  /// @param output hears each line that the child prints
  public static GuardedProcess start(Command command, Consumer<String> output) {
    return new GuardedProcess();
  }

  public boolean isAlive() {
    return false;
  }

  public long pid() {
    return 0;
  }

  /// Gently first, by force after the grace; returns when it has ended.
  @Override
  public void close() {}
}
