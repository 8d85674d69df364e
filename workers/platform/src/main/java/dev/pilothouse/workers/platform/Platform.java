package dev.pilothouse.workers.platform;

import java.util.Optional;

/// The four orders that a person gives to the embedded platform.
public final class Platform {

  private Platform() {}

  /// Starts everything and returns when it is ready; nothing is started twice.
  ///
  /// @throws PlatformProblem with what is wrong and the next step; whatever was started is stopped
  ///   again then
  public static Running up(UpOptions options, Progress progress) {
    return new Running(state(options.data()).orElseThrow(), true);
  }

  /// What runs on this data folder now; empty when nothing does.
  public static Optional<PlatformState> state(DataFolder data) {
    return Optional.empty();
  }

  /// Stops everything that runs on this data folder, also what a killed start left behind. Says so
  /// where nothing ran.
  public static void stop(DataFolder data, Progress progress) {}

  /// Deletes all data of a stopped platform. Asking the person is the caller's duty.
  public static void reset(DataFolder data, Progress progress) {}
}
