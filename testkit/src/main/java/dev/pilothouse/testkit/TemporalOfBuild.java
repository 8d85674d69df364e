package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.FreePorts;
import dev.pilothouse.workers.platform.ProcessIdentity;
import dev.pilothouse.workers.platform.Progress;
import dev.pilothouse.workers.platform.TemporalCli;
import dev.pilothouse.workers.platform.TemporalPorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// The one Temporal server of a build, shared by its test JVMs: the first that asks starts it, and
/// it ends when the build's process ends, however that ends. It keeps its data in memory.
///
/// The folder holds a lock, a note of the running server, and its log.
final class TemporalOfBuild {

  private static final Duration START = Duration.ofSeconds(30);
  private static final File NOTHING = new File("/dev/null");

  private static final int TRIES = 5;
  private static final String PORT_TAKEN = "address already in use";

  /// Else every timer is rounded up to a full second, for the sake of clocks that differ.
  private static final List<String> PROMPT_TIMERS =
      List.of("--dynamic-config-value", "history.timerProcessorMaxTimeShift=\"10ms\"");

  /// Leaves a guard behind that ends the server when the owner is gone, and becomes the server.
  /// Ctrl-C reaches the guard too, and is left to the owner.
  private static final String GUARDED =
      """
      owner=$1 server=$$
      shift
      (
        trap '' HUP INT
        while kill -0 "$owner" && kill -0 "$server"; do sleep 1; done
        kill "$server"
      ) >/dev/null 2>&1 &
      exec "$@"
      """;

  private final Path folder;
  private final ProcessHandle owner;

  TemporalOfBuild(Path folder, ProcessHandle owner) {
    this.folder = folder;
    this.owner = owner;
  }

  /// Of the build that runs this JVM.
  static TemporalOfBuild current() {
    var root = System.getProperty("pilothouse.build", System.getProperty("user.dir", "."));
    return new TemporalOfBuild(Path.of(root, "target", "testkit"), BuildProcess.owner());
  }

  /// Started now if it does not run.
  RunningServer server() {
    try {
      return MachineLock.holding(
          folder.resolve("temporal.lock"),
          () -> {
            var running = RunningServer.notedIn(note()).filter(RunningServer::serves);
            return running.isPresent() ? running.get() : start();
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Ports that were free may be somebody else's by the time the server wants them: then others are
  /// tried.
  private RunningServer start() throws IOException {
    forgetEnded();
    for (int tries = 1; true; tries++) {
      try {
        return startOnce();
      } catch (IllegalStateException failed) {
        if (tries == TRIES || !String.valueOf(failed.getMessage()).contains(PORT_TAKEN)) {
          throw failed;
        }
      }
    }
  }

  private RunningServer startOnce() throws IOException {
    var ports = new FreePorts();
    var port = ports.next();
    var process = guarded(new TemporalPorts(port, 0, ports.next(), ports.next()));
    var server = new RunningServer(identity(process), port);
    try {
      Wait.until(
          "Temporal serves or has ended", START, () -> server.serves() || !process.isAlive());
    } catch (AssertionError e) {
      process.destroy();
      throw e;
    }
    if (!process.isAlive()) {
      throw new IllegalStateException("Temporal did not start: " + Files.readString(log()));
    }
    server.noteIn(note());
    return server;
  }

  private void forgetEnded() throws IOException {
    try (var notes = Files.newDirectoryStream(folder, "temporal-*")) {
      for (var note : notes) {
        if (RunningServer.notedIn(note).filter(RunningServer::serves).isEmpty()) {
          Files.delete(note);
        }
      }
    }
  }

  private Process guarded(TemporalPorts ports) throws IOException {
    var cli = TemporalCli.locate(Cache.standard(), Progress.silent());
    var command =
        new ArrayList<>(List.of("/bin/sh", "-c", GUARDED, "sh", String.valueOf(owner.pid())));
    command.addAll(cli.forgetfulServerCommand(ports));
    command.addAll(PROMPT_TIMERS);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectInput(NOTHING)
        .redirectOutput(log().toFile())
        .start();
  }

  private static ProcessIdentity identity(Process process) {
    return new ProcessIdentity(process.pid(), startOf(process.info()));
  }

  private static Instant startOf(ProcessHandle.Info process) {
    return process.startInstant().orElse(Instant.EPOCH);
  }

  /// One for each build, since several may run in one folder.
  private Path note() {
    return folder.resolve(
        "temporal-%d-%d".formatted(owner.pid(), startOf(owner.info()).getEpochSecond()));
  }

  private Path log() {
    return folder.resolve("temporal.log");
  }
}
