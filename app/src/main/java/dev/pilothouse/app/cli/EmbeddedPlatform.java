package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.Platform;
import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.Progress;
import dev.pilothouse.workers.platform.Running;
import dev.pilothouse.workers.platform.UpOptions;
import java.util.Map;
import java.util.Optional;

/// The real one.
final class EmbeddedPlatform implements PlatformOrders {

  @Override
  public Started up(UpOptions options, Progress progress) {
    return new Up(Platform.up(options, progress));
  }

  @Override
  public Optional<PlatformState> state(DataFolder data) {
    return Platform.state(data);
  }

  @Override
  public Optional<Map<String, String>> appSettings(DataFolder data) {
    return Platform.appSettings(data);
  }

  @Override
  public void stop(DataFolder data, Progress progress) {
    Platform.stop(data, progress);
  }

  @Override
  public void reset(DataFolder data, Progress progress) {
    Platform.reset(data, progress);
  }

  private record Up(Running running) implements Started {

    @Override
    public PlatformState state() {
      return running.state();
    }

    @Override
    public boolean foundRunning() {
      return running.foundRunning();
    }

    @Override
    public void await() throws InterruptedException {
      running.await();
    }

    @Override
    public void close() {
      running.close();
    }
  }
}
