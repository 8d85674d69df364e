package dev.pilothouse.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A Pilothouse of its own on a throw-away folder, driven as a person drives it: by the jar's
/// commands.
final class House implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path jar;
  private final Path data;

  private House(Path jar, Path data) {
    this.jar = jar;
    this.data = data;
  }

  static House inThrowAwayFolder() throws IOException {
    return new House(jar(), Files.createTempDirectory("pilothouse-bench"));
  }

  /// From the folder of the checkout, whatever the working folder is.
  private static Path jar() {
    Path checkout =
        Optional.ofNullable(System.getenv("PILOTHOUSE_HOME"))
            .or(() -> Optional.ofNullable(System.getProperty("pilothouse.build")))
            .map(Path::of)
            .orElse(Path.of(""));
    Path jar = checkout.resolve("app/target/pilothouse.jar").toAbsolutePath();
    if (!Files.exists(jar)) {
      throw new IllegalStateException("Expected the built jar at '" + jar + "', but found none.");
    }
    return jar;
  }

  /// Returns how long it took until ready.
  Duration up() throws IOException {
    return timed("up", "--detach", "--port", "0");
  }

  Duration stop() throws IOException {
    return timed("stop");
  }

  /// The cheapest command there is: what starting a JVM costs on this machine now.
  Duration version() throws IOException {
    return timed("version");
  }

  String key() throws IOException {
    return JSON.readTree(command("key", "create", "--role", "operator", "--json"))
        .path("key")
        .asString();
  }

  JsonNode status() throws IOException {
    return JSON.readTree(run("status", "--json").output());
  }

  @Override
  public void close() throws IOException {
    stop();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Duration timed(String... words) throws IOException {
    long begun = System.nanoTime();
    String _ = command(words);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private String command(String... words) throws IOException {
    Ended ended = run(words);
    if (ended.code() != 0) {
      throw new IllegalStateException(
          "'%s' ended with %d: %s"
              .formatted(String.join(" ", words), ended.code(), ended.output()));
    }
    return ended.output();
  }

  private record Ended(int code, String output) {}

  private Ended run(String... words) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
    command.addAll(List.of(words));
    if (!words[0].equals("version")) {
      command.addAll(List.of("--data", data.toString()));
    }
    Path output = Files.createTempFile("pilothouse-bench", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    int code = ended(process);
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Ended(code, text);
  }

  private static int ended(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
