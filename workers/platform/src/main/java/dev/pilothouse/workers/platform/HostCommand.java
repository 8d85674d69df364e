package dev.pilothouse.workers.platform;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A program of this machine that is run to its end for what it prints.
record HostCommand(List<String> words, Map<String, String> environment) {

  /// What came of it.
  record Result(int exit, String output) {

    boolean succeeded() {
      return exit == 0;
    }

    /// The last line that says something, for a sentence to a person.
    String lastWords() {
      return output.lines().map(String::strip).filter(l -> !l.isEmpty()).reduce("", (_, b) -> b);
    }
  }

  static HostCommand of(List<String> words) {
    return new HostCommand(words, Map.of());
  }

  HostCommand with(Map<String, String> more) {
    return new HostCommand(words, more);
  }

  /// Where the PATH has such a program.
  static Optional<Path> onPath(String program) {
    return onPath(program, System.getenv().getOrDefault("PATH", ""));
  }

  static Optional<Path> onPath(String program, String path) {
    return List.of(path.split(File.pathSeparator, -1)).stream()
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /// Runs it; one that cannot be started or takes too long counts as failed, with the reason as its
  /// output.
  Result run(Duration limit) {
    try {
      Path output = Files.createTempFile("pilothouse-", ".out");
      try {
        return run(output, limit);
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  // why a file: a program that never ends its output cannot hold this thread beyond the limit
  private Result run(Path output, Duration limit) throws IOException {
    Process process;
    try {
      process = builder(output).start();
    } catch (IOException e) {
      return new Result(127, String.valueOf(e.getMessage()));
    }
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return new Result(process.exitValue(), text(output));
      }
      end(process);
      return new Result(124, text(output) + "\ntook longer than " + limit.toSeconds() + " s");
    } catch (InterruptedException _) {
      end(process);
      Thread.currentThread().interrupt();
      return new Result(130, "interrupted");
    }
  }

  private ProcessBuilder builder(Path output) {
    ProcessBuilder builder =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return builder;
  }

  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private static String text(Path output) throws IOException {
    return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
  }
}
