package dev.pilothouse.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// One run of a program of the system to its end: whether it went well, and all it printed.
record ToolRun(List<String> command, int exitCode, String output) {

  private static final int NOT_FOUND = 127;

  static ToolRun of(String... command) {
    return in(Path.of("").toAbsolutePath(), Map.of(), List.of(command));
  }

  static ToolRun in(Path folder, Map<String, String> environment, List<String> command) {
    var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put("LC_ALL", "C");
    try {
      var process = builder.start();
      process.getOutputStream().close();
      var output = new String(process.getInputStream().readAllBytes(), UTF_8);
      return new ToolRun(command, process.waitFor(), output);
    } catch (IOException e) {
      return new ToolRun(command, NOT_FOUND, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while running " + command, e);
    }
  }

  boolean succeeded() {
    return exitCode == 0;
  }

  ToolRun orFail() {
    if (!succeeded()) {
      throw new IllegalStateException(
          "expected '%s' to end with 0, but found %d: %s".formatted(shown(), exitCode, output));
    }
    return this;
  }

  private String shown() {
    return String.join(" ", command);
  }
}
