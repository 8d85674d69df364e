package dev.pilothouse.workers.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Signals that Java cannot send by itself: only TERM and KILL are its own, and PostgreSQL takes
/// TERM for "when all clients left".
final class Signals {

  private Signals() {}

  static void send(String signal, ProcessHandle process) {
    HostCommand.of(List.of("/bin/sh", "-c", "kill -s " + signal + " " + process.pid()))
        .run(Duration.ofSeconds(5));
  }

  /// Gently first, by force after the grace.
  static void end(ProcessHandle process, String gentleSignal, Duration grace) {
    send(gentleSignal, process);
    if (!endedWithin(process, grace)) {
      process.destroyForcibly();
      endedWithin(process, Duration.ofSeconds(5));
    }
  }

  static boolean endedWithin(ProcessHandle process, Duration time) {
    CompletableFuture<ProcessHandle> end = process.onExit();
    try {
      end.get(time.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException _) {
      return !process.isAlive();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return !process.isAlive();
    }
  }
}
