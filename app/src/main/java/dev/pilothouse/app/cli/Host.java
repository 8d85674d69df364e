package dev.pilothouse.app.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// The programs of this machine, as the PATH finds them.
record Host(String path) {

  private static final int PATIENCE_SECONDS = 10;

  Optional<Path> find(String program) {
    return Arrays.stream(path.split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /// What a program prints; empty if it is not there, fails or does not end.
  Optional<String> ask(String program, String... arguments) {
    return find(program).flatMap(file -> ask(file, arguments));
  }

  private static Optional<String> ask(Path program, String... arguments) {
    List<String> words = new ArrayList<>(List.of(program.toString()));
    words.addAll(Arrays.asList(arguments));
    try {
      Path output = Files.createTempFile("pilothouse-doctor-", ".out");
      try {
        return ask(new ProcessBuilder(words), output);
      } finally {
        Files.delete(output);
      }
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  // why a file: a program that never ends its output cannot hold us beyond our patience
  private static Optional<String> ask(ProcessBuilder program, Path output) throws IOException {
    Process process =
        program
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
      return ended && process.exitValue() == 0
          ? Optional.of(Files.readString(output, StandardCharsets.ISO_8859_1))
          : Optional.empty();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroyForcibly();
    }
  }
}
