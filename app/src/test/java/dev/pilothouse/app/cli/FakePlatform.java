package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.PlatformState.Part;
import dev.pilothouse.workers.platform.PlatformState.PartState;
import dev.pilothouse.workers.platform.PlatformState.Phase;
import dev.pilothouse.workers.platform.ProcessIdentity;
import dev.pilothouse.workers.platform.Progress;
import dev.pilothouse.workers.platform.UpOptions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// A platform that starts at once and only remembers what it was told.
final class FakePlatform implements PlatformOrders {

  final List<String> orders = new ArrayList<>();
  final List<UpOptions> started = new ArrayList<>();
  Optional<PlatformState> running = Optional.empty();
  Consumer<UpOptions> atStart = _ -> {};

  static PlatformState ready() {
    return state(Phase.READY, "", "");
  }

  static PlatformState recovering(String problem, String nextStep) {
    return state(Phase.RECOVERING, problem, nextStep);
  }

  private static PlatformState state(Phase phase, String problem, String nextStep) {
    return new PlatformState(
        phase,
        "waiting for postgres",
        phase == Phase.READY,
        "http://127.0.0.1:8080",
        "http://127.0.0.1:8080/v1",
        "http://127.0.0.1:8233",
        "127.0.0.1:7233",
        Map.of("http", 8080, "postgres", 5433, "temporal", 7233, "temporalUi", 8233),
        "0.1.0",
        Map.of(
            "app", part(11, "0.1.0"), "postgres", part(12, "18.6"), "temporal", part(13, "1.9.1")),
        process(10),
        problem,
        nextStep);
  }

  private static Part part(long pid, String version) {
    return new Part(PartState.RUNNING, process(pid), version, 0, "");
  }

  private static ProcessIdentity process(long pid) {
    return new ProcessIdentity(pid, Instant.EPOCH);
  }

  @Override
  public Optional<Map<String, String>> appSettings(DataFolder data) {
    return running.map(_ -> Map.of("PILOTHOUSE_DATABASE_URL", "of what runs"));
  }

  @Override
  public Started up(UpOptions options, Progress progress) {
    boolean found = running.isPresent();
    progress.say("Starting PostgreSQL");
    started.add(options);
    atStart.accept(options);
    return new FakeStart(running.orElseGet(FakePlatform::ready), found);
  }

  @Override
  public Optional<PlatformState> state(DataFolder data) {
    return running;
  }

  @Override
  public void stop(DataFolder data, Progress progress) {
    orders.add("stop " + data.root());
    progress.say("Stopped");
  }

  @Override
  public void reset(DataFolder data, Progress progress) {
    orders.add("reset " + data.root());
  }

  private final class FakeStart implements Started {

    private final PlatformState state;
    private final boolean found;

    FakeStart(PlatformState state, boolean found) {
      this.state = state;
      this.found = found;
    }

    @Override
    public PlatformState state() {
      return state;
    }

    @Override
    public boolean foundRunning() {
      return found;
    }

    @Override
    public void await() {
      orders.add("await");
    }

    @Override
    public void close() {
      orders.add("close");
    }
  }
}
