package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A child that cannot outlive this process, however this process ends.
///
/// A shell starts first, forks a guard, and then becomes the child itself, so that there is no
/// moment without a guard and the pid known here is the child's own. The guard reads a pipe that
/// only this process holds open: when the pipe ends, it stops the child as [#close] would have
/// done. The guard is nobody's child any more by then, for PostgreSQL takes an unknown child's end
/// for a crash.
public final class GuardedProcess implements AutoCloseable {

  private static final int LONGEST_LINE = 32_768;
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);

  private static final String SHELL =
      """
      signal=$1 grace=$2
      shift 2
      child=$$
      exec 3<&0
      ( (
        while read -r word; do
          if [ "$word" = done ]; then exit 0; fi
        done
        kill -s "$signal" "$child" || exit 0
        while [ "$grace" -gt 0 ] && kill -0 "$child"; do sleep 1; grace=$((grace - 1)); done
        kill -s KILL "$child"
      ) <&3 3<&- >/dev/null 2>&1 & )
      exec "$@" </dev/null 3<&-
      """;

  /// What to run and how to end it.
  ///
  /// @param gentleSignal as `kill -s` names it: `INT` or `TERM`
  /// @param grace how long it may take to end before it is killed
  public record Command(
      List<String> words, Map<String, String> environment, String gentleSignal, Duration grace) {

    public Command {
      words = List.copyOf(words);
      environment = Map.copyOf(environment);
    }

    /// The environment holds secrets.
    @Override
    public String toString() {
      return String.join(" ", words);
    }
  }

  private final Command command;
  private final Process process;
  private final ProcessIdentity identity;
  private final Thread reader;

  private GuardedProcess(Command command, Process process, Consumer<String> output) {
    this.command = command;
    this.process = process;
    this.identity = ProcessIdentity.of(process.toHandle());
    this.reader =
        Thread.ofPlatform()
            .daemon()
            .name("output of " + process.pid())
            .start(() -> readLines(process, output));
  }

  /// Starts the child with its guard.
  ///
  /// @param output hears each line that the child prints, on a thread of its own
  public static GuardedProcess start(Command command, Consumer<String> output) {
    List<String> words =
        new ArrayList<>(
            List.of("/bin/sh", "-c", SHELL, "guard", command.gentleSignal(), seconds(command)));
    words.addAll(command.words());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    // why: a person's own PGDATA or PGPORT would steer our server
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().putAll(command.environment());
    try {
      return new GuardedProcess(command, builder.start(), output);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public ProcessIdentity identity() {
    return identity;
  }

  /// Waits for the child's end and its last words; a death by signal N is 128 + N.
  public int waitFor() throws InterruptedException {
    int code = process.waitFor();
    dismissGuard();
    // why not for ever: a grandchild may hold the pipe
    reader.join(LAST_WORDS);
    return code;
  }

  /// Gently first, by force after the grace; returns when it has ended.
  @Override
  public void close() {
    try {
      if (process.isAlive()) {
        Signals.send(command.gentleSignal(), process.toHandle());
        if (!process.waitFor(command.grace().toMillis(), TimeUnit.MILLISECONDS)) {
          process.destroyForcibly();
        }
      }
      process.waitFor();
    } catch (InterruptedException _) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      dismissGuard();
    }
  }

  private void dismissGuard() {
    try (OutputStream pipe = process.getOutputStream()) {
      pipe.write("done\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // the guard is gone already
    }
  }

  private static void readLines(Process process, Consumer<String> output) {
    StringBuilder line = new StringBuilder();
    try (Reader reader = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
      char[] buffer = new char[8192];
      for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
        take(buffer, read, line, output);
      }
    } catch (IOException _) {
      // the pipe was closed under us: the child has ended
    }
    if (!line.isEmpty()) {
      output.accept(line.toString());
    }
  }

  private static void take(char[] buffer, int count, StringBuilder line, Consumer<String> output) {
    for (int i = 0; i < count; i++) {
      boolean ends = buffer[i] == '\n';
      if (!ends) {
        line.append(buffer[i]);
      }
      if (ends || line.length() >= LONGEST_LINE) {
        output.accept(line.toString());
        line.setLength(0);
      }
    }
  }

  private static String seconds(Command command) {
    return Long.toString(Math.max(1, command.grace().toSeconds()));
  }
}
