package dev.pilothouse.bench;

import java.io.IOException;
import java.io.UncheckedIOException;

/// What is done to processes that the proof started.
final class Signals {
  private Signals() {}

  static void kill(long pid) {
    send("KILL", pid);
  }

  static void freeze(long pid) {
    send("STOP", pid);
  }

  static void thaw(long pid) {
    send("CONT", pid);
  }

  /// A process that has ended meanwhile needs no signal.
  private static void send(String signal, long pid) {
    try {
      int _ =
          new ProcessBuilder("kill", "-s", signal, Long.toString(pid))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor();
    } catch (IOException noSuchCommand) {
      throw new UncheckedIOException(noSuchCommand);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
