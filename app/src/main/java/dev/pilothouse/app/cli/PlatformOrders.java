package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.Progress;
import dev.pilothouse.workers.platform.UpOptions;
import java.util.Map;
import java.util.Optional;

/// The orders of the embedded platform as the commands give them; a door of our own, so that the
/// commands can be tried without starting a database.
interface PlatformOrders {

  Started up(UpOptions options, Progress progress);

  Optional<PlatformState> state(DataFolder data);

  /// What the server that runs there was started with; empty when none runs.
  Optional<Map<String, String>> appSettings(DataFolder data);

  void stop(DataFolder data, Progress progress);

  void reset(DataFolder data, Progress progress);

  /// A platform that is up, as the process that said `up` sees it.
  interface Started extends AutoCloseable {

    PlatformState state();

    /// An earlier `up` had started it.
    boolean foundRunning();

    /// Returns when it was stopped from elsewhere.
    void await() throws InterruptedException;

    /// Stops everything that is not to go on by itself.
    @Override
    void close();
  }
}
