package dev.pilothouse.workers.platform;

import dev.pilothouse.workers.platform.Preparation.Prepared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The four orders that a person gives to the embedded platform.
public final class Platform {

  private static final Duration WHOLE_STOP = Duration.ofSeconds(90);
  private static final Duration LAST_BREATH = Duration.ofSeconds(5);
  private static final Duration FIRST_STATE = Duration.ofSeconds(20);

  private Platform() {}

  /// Starts everything and returns when it is ready; nothing is started twice.
  ///
  /// @throws PlatformProblem with what is wrong and the next step; whatever was started is stopped
  ///   again then
  public static Running up(UpOptions options, Progress progress) {
    DataFolder data = options.data();
    DataLayout.prepare(data, Release.version());
    SupervisorProcess supervisor;
    try (InterProcessLock _ = InterProcessLock.take(data.upLock())) {
      Optional<PlatformState> earlier = earlier(data, progress);
      if (earlier.isPresent()) {
        return Running.found(earlier.get());
      }
      new LeftOvers(data).clean(progress);
      Secrets.of(data);
      supervisor = start(options, progress);
    }
    return Running.follow(supervisor, options, progress);
  }

  /// What runs on this data folder now; empty when nothing does.
  public static Optional<PlatformState> state(DataFolder data) {
    return runs(data) ? Json.read(data.state(), PlatformState.class) : Optional.empty();
  }

  /// The settings that the app on this data folder works with, for commands that work on the same
  /// database; empty when nothing runs. Holds secrets.
  public static Optional<Map<String, String>> appSettings(DataFolder data) {
    return runs(data)
        ? Json.read(data.plan(), Plan.class)
            .map(plan -> new AppPart(plan, Secrets.of(data)).environment())
        : Optional.empty();
  }

  /// How the app on this data folder was started, for those who run a second one beside it; empty
  /// when nothing runs.
  public static Optional<List<String>> appCommand(DataFolder data) {
    return runs(data) ? Json.read(data.plan(), Plan.class).map(Plan::appStart) : Optional.empty();
  }

  /// Stops everything that runs on this data folder, also what a killed start left behind. Says so
  /// where nothing ran.
  public static void stop(DataFolder data, Progress progress) {
    Optional<PlatformState> state = state(data);
    state.ifPresent(running -> stop(running, data, progress));
    boolean cleaned = Files.isDirectory(data.run()) && new LeftOvers(data).clean(progress);
    progress.say(
        state.isPresent() || cleaned ? "Stopped" : "Nothing runs on '" + data.root() + "'");
  }

  /// Deletes all data of a stopped platform. Asking the person is the caller's duty.
  ///
  /// @throws PlatformProblem where it still runs, or where the folder is not one of Pilothouse's
  public static void reset(DataFolder data, Progress progress) {
    if (runs(data)) {
      throw new PlatformProblem(
          "Pilothouse runs on '" + data.root() + "'.", "Stop it first by ./pilothouse stop.");
    }
    if (!DataLayout.isOurs(data)) {
      throw new PlatformProblem(
          "Expected a data folder of Pilothouse at '" + data.root() + "', but found none.",
          "Name the right one by --data DIR; nothing was deleted.");
    }
    new LeftOvers(data).clean(progress);
    // why this order: killed halfway, the secrets are still there for whatever is
    List<Path> all =
        List.of(
            data.postgres(),
            data.temporal(),
            data.logs(),
            data.rehearsal(),
            data.firstLogin(),
            data.secrets(),
            data.layout(),
            data.run());
    all.forEach(Platform::deleteWhole);
    progress.say("Deleted all data in '" + data.root() + "'");
  }

  private static boolean runs(DataFolder data) {
    if (!Files.exists(data.lock())) {
      return false;
    }
    Optional<InterProcessLock> free = InterProcessLock.within(data.lock(), Duration.ZERO);
    free.ifPresent(InterProcessLock::close);
    return free.isEmpty();
  }

  /// One that is ready or becomes so; empty where none runs or where it is about to end, as after
  /// its `up` was killed.
  private static Optional<PlatformState> earlier(DataFolder data, Progress progress) {
    if (!runs(data)) {
      return Optional.empty();
    }
    progress.say("Pilothouse runs on '" + data.root() + "' already");
    return state(data)
        .filter(PlatformState::ready)
        .or(() -> new StartFollower(data, () -> runs(data), progress).untilReady());
  }

  /// Holds the app's version until the supervisor holds it.
  private static SupervisorProcess start(UpOptions options, Progress progress) {
    Prepared prepared = new Preparation(options, progress).run();
    SupervisorProcess supervisor = SupervisorProcess.start(prepared.plan(), prepared.app());
    Patience.until(
        FIRST_STATE, () -> !supervisor.isAlive() || Files.exists(options.data().state()));
    return supervisor;
  }

  private static void stop(PlatformState running, DataFolder data, Progress progress) {
    progress.say("Stopping Pilothouse, Temporal and PostgreSQL");
    running.supervisor().find().ifPresent(ProcessHandle::destroy);
    Optional<InterProcessLock> free = InterProcessLock.within(data.lock(), WHOLE_STOP);
    if (free.isEmpty()) {
      running.supervisor().find().ifPresent(ProcessHandle::destroyForcibly);
    }
    free.ifPresent(InterProcessLock::close);
    // why: a process lives a moment longer than the lock it held, and "stopped" means all of it
    Patience.until(LAST_BREATH, () -> !running.supervisor().isAlive());
  }

  // why renamed first: half a database would look like a whole one to the next start
  private static void deleteWhole(Path path) {
    Path condemned = path.resolveSibling(path.getFileName() + ".deleted");
    if (Files.exists(path) && path.toFile().renameTo(condemned.toFile())) {
      Trees.delete(condemned);
    }
    Trees.delete(path);
  }
}
