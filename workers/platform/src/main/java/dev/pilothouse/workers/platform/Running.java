package dev.pilothouse.workers.platform;

import java.util.Optional;

/// A platform that is up, as the process that said `up` sees it.
public final class Running implements AutoCloseable {

  private static final int KILLED = 128 + 9;

  private final PlatformState state;
  private final Optional<SupervisorProcess> attended;
  private final boolean foundRunning;

  private Running(PlatformState state, Optional<SupervisorProcess> attended, boolean foundRunning) {
    this.state = state;
    this.attended = attended;
    this.foundRunning = foundRunning;
  }

  static Running found(PlatformState state) {
    return new Running(state, Optional.empty(), true);
  }

  /// Returns when it is ready; stops what was started where it will not be, or where this process
  /// ends before.
  static Running follow(SupervisorProcess supervisor, UpOptions options, Progress progress) {
    Thread stop = Thread.ofPlatform().unstarted(() -> stop(supervisor, progress));
    Runtime.getRuntime().addShutdownHook(stop);
    try {
      PlatformState state =
          new StartFollower(options.data(), supervisor::isAlive, progress)
              .untilReady()
              .orElseThrow(() -> endedAtOnce(supervisor, options.data()));
      if (options.detach()) {
        supervisor.letStay();
        Runtime.getRuntime().removeShutdownHook(stop);
        return new Running(state, Optional.empty(), false);
      }
      return new Running(state, Optional.of(supervisor), false);
    } catch (PlatformProblem problem) {
      supervisor.stop();
      throw problem;
    }
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
  public void await() throws InterruptedException {
    if (attended.isPresent() && attended.get().waitFor() == KILLED) {
      throw new PlatformProblem(
          "The supervisor was killed, so PostgreSQL, Temporal and Pilothouse were stopped too.",
          "Start again by ./pilothouse up; what was accepted is kept.");
    }
  }

  /// In the foreground: stops everything and returns when it is stopped. Detached: leaves
  /// everything running.
  @Override
  public void close() {
    attended.ifPresent(SupervisorProcess::stop);
  }

  private static void stop(SupervisorProcess supervisor, Progress progress) {
    if (supervisor.isAlive()) {
      progress.say("Stopping Pilothouse, Temporal and PostgreSQL");
      supervisor.stop();
      progress.say("Stopped");
    }
  }

  private static PlatformProblem endedAtOnce(SupervisorProcess supervisor, DataFolder data) {
    String words = new WholeFile(data.run().resolve("supervisor.out")).read().orElse("").strip();
    return new PlatformProblem(
        "The supervisor ended before Pilothouse was ready"
            + (supervisor.isAlive() ? "" : " (code " + supervisor.exitCode() + ")")
            + (words.isEmpty() ? "." : ": " + words.lines().findFirst().orElse("")),
        "Its log is " + data.log("supervisor") + "; start again by ./pilothouse up.");
  }
}
