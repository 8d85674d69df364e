package dev.pilothouse.workers.platform;

import dev.pilothouse.workers.platform.PlatformState.PartState;
import java.time.Duration;
import java.util.function.BiConsumer;

/// Keeps one part alive: life after life, with a pause between them, until it is told to stop. The
/// thread that starts a program is the one that ends it.
final class PartRunner {

  private static final Duration WHOLE_STOP = Duration.ofSeconds(10);

  private final Part part;
  private final StateBoard board;
  private final RotatedLog log;
  private final BiConsumer<Part, Death> obituary;
  private final BackOff backOff = new BackOff();
  private final Thread thread;
  private volatile boolean stopping;
  private int restarts = -1;

  /// How a life ended.
  ///
  /// @param problem what a person must know about it
  /// @param certain another life would end alike
  record Death(int exitCode, PlatformProblem problem, boolean certain, int inARow) {}

  PartRunner(Part part, StateBoard board, RotatedLog log, BiConsumer<Part, Death> obituary) {
    this.part = part;
    this.board = board;
    this.log = log;
    this.obituary = obituary;
    this.thread = Thread.ofPlatform().name("part " + part.name()).unstarted(this::liveOn);
  }

  void start() {
    board.part(part, PartState.WAITING, "");
    thread.start();
  }

  /// Returns when the program has ended.
  void stop() {
    stopping = true;
    thread.interrupt();
    try {
      thread.join(Duration.ofSeconds(60).plus(WHOLE_STOP));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void liveOn() {
    while (!stopping) {
      long begun = System.nanoTime();
      try {
        liveOnce();
      } catch (PlatformProblem problem) {
        die(new Death(0, problem, true, backOff.deathsInARow() + 1));
      } catch (InterruptedException _) {
        // told to stop; the loop sees it
      } catch (RuntimeException e) {
        die(new Death(0, unexpected(e), false, backOff.deathsInARow() + 1));
      }
      pause(backOff.afterLifeOf(Duration.ofNanos(System.nanoTime() - begun)));
    }
    board.part(part, PartState.STOPPED, "");
  }

  private void liveOnce() throws InterruptedException {
    GuardedProcess.Command command = part.prepare();
    log.forget();
    GuardedProcess process = GuardedProcess.start(command, log);
    try {
      restarts++;
      board.starts(part, process.identity(), restarts);
      if (Patience.until(Duration.ofDays(1), () -> !process.isAlive() || part.isReady())
          && process.isAlive()) {
        board.part(part, PartState.RUNNING, "");
      }
      int code = process.waitFor();
      if (!stopping) {
        die(deathBy(code));
      }
    } finally {
      // why: an interrupt says "stop", and stopping gently takes its time
      boolean interrupted = Thread.interrupted();
      process.close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Death deathBy(int code) {
    Diagnosis diagnosis = new Diagnosis(part, code, log.newest(), board.dataFolder());
    boolean certain = diagnosis.certain().isPresent() || part.endsForAReason(code);
    return new Death(code, diagnosis.likely(), certain, backOff.deathsInARow() + 1);
  }

  private PlatformProblem unexpected(RuntimeException e) {
    return new PlatformProblem(
        part.title() + " could not be started: " + e + ".",
        "The supervisor's log says more: " + board.dataFolder().log("supervisor") + ".",
        e);
  }

  private void die(Death death) {
    if (!stopping) {
      obituary.accept(part, death);
      board.part(part, PartState.DEAD, death.problem().sentence());
    }
  }

  private void pause(Duration pause) {
    try {
      if (!stopping) {
        Thread.sleep(pause);
      }
    } catch (InterruptedException _) {
      // told to stop; the loop sees it
    }
  }
}
