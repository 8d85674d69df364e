package dev.pilothouse.workers.platform;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A supervisor as the process that started it sees it. Between them is a pipe: when it ends, the
/// supervisor stops everything, unless it was told to stay.
final class SupervisorProcess {

  static final String STAY = "stay\n";

  private static final int WHOLE_STOP_SECONDS = 90;

  private final Process process;

  private SupervisorProcess(Process process) {
    this.process = process;
  }

  static SupervisorProcess start(Plan plan, UnpackedApp app) {
    DataFolder data = plan.dataFolder();
    new WholeFile(data.plan()).write(Json.write(plan));
    List<String> words = new ArrayList<>(ownSession());
    words.add(Preparation.java());
    // why so little: it holds nothing, lives long, and must start before anything else can
    words.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    words.addAll(List.of("-cp", app.supervisorClassPath(), Supervisor.class.getName()));
    words.add(data.plan().toString());
    File output = data.run().resolve("supervisor.out").toFile();
    try {
      return new SupervisorProcess(
          new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(output).start());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Out of the terminal's foreground group: Ctrl-C is for the process in front, which then has all
  /// stopped in order.
  private static List<String> ownSession() {
    if (HostCommand.onPath("setsid").isPresent()) {
      return List.of("setsid");
    }
    return HostCommand.onPath("perl").isPresent()
        ? List.of("perl", "-MPOSIX", "-e", "setsid(); exec @ARGV or die", "--")
        : List.of();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  long pid() {
    return process.pid();
  }

  int exitCode() {
    return process.exitValue();
  }

  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /// Lets it live on when this process ends.
  void letStay() {
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write(STAY.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // it ended already, which its state tells
    }
  }

  /// Has everything stopped; returns when it is.
  void stop() {
    try {
      process.getOutputStream().close();
    } catch (IOException _) {
      // it ended already
    }
    try {
      if (!process.waitFor(WHOLE_STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
