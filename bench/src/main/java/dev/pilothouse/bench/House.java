package dev.pilothouse.bench;

import dev.pilothouse.workers.platform.DataFolder;
import dev.pilothouse.workers.platform.Platform;
import dev.pilothouse.workers.platform.PlatformState;
import dev.pilothouse.workers.platform.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A Pilothouse of its own on a throw-away folder, driven as a person drives it: by the jar's
/// commands.
final class House implements AutoCloseable {
  private final Path jar;
  private final DataFolder data;
  private final Map<String, String> environment;
  private final List<String> choices;
  private boolean kept;

  private House(Path jar, DataFolder data, Map<String, String> environment, List<String> choices) {
    this.jar = jar;
    this.data = data;
    this.environment = Map.copyOf(environment);
    this.choices = List.copyOf(choices);
  }

  static House inThrowAwayFolder() {
    return inThrowAwayFolder(Map.of());
  }

  /// @param environment settings for the app beside those of the platform
  /// @param choices further options of `up`, such as `--temporal=postgres`
  static House inThrowAwayFolder(Map<String, String> environment, String... choices) {
    Path folder = Folders.temporary("pilothouse-bench");
    return new House(Checkout.jar(), new DataFolder(folder), environment, List.of(choices));
  }

  /// Returns how long it took until ready.
  Duration up() {
    List<String> words = new ArrayList<>(List.of("up", "--detach", "--port", "0"));
    words.addAll(choices);
    return timed(words.toArray(String[]::new));
  }

  Duration stop() {
    return timed("stop");
  }

  /// The cheapest command there is: what starting a JVM costs on this machine now.
  Duration version() {
    return timed("version");
  }

  DataFolder data() {
    return data;
  }

  /// Empty while nothing runs, as after its supervisor was killed.
  Optional<PlatformState> state() {
    return Platform.state(data);
  }

  String url() {
    return state().orElseThrow().url();
  }

  /// The process of `app`, `postgres`, `temporal`.
  long pid(String part) {
    return state().flatMap(it -> it.part(part)).orElseThrow().process().pid();
  }

  /// All that the app gets from the supervisor and from us.
  Map<String, String> settings() {
    Map<String, String> all = new HashMap<>(environment);
    all.putAll(Platform.appSettings(data).orElseThrow());
    return all;
  }

  /// Waits until what a first start leaves to be done afterwards is done: a machine that is busy
  /// with it, and an app that starts without it, tell nothing of later days.
  void comeToRest() {
    boolean _ =
        Await.orNot(
            Duration.ofMinutes(4),
            () -> appCommand().stream().anyMatch(word -> word.startsWith("-XX:AOTCache=")));
  }

  List<String> appCommand() {
    return Platform.appCommand(data).orElseThrow();
  }

  /// kill -9 of the supervisor and of each part; returns when none is alive.
  void killAll() {
    PlatformState running = state().orElseThrow();
    List<ProcessIdentity> all = new ArrayList<>(List.of(running.supervisor()));
    running.parts().values().forEach(part -> all.add(part.process()));
    // a number whose process has ended may be somebody else's by now
    all.stream().filter(ProcessIdentity::isAlive).forEach(it -> Signals.kill(it.pid()));
    Await.that(
        "all processes are gone",
        Duration.ofSeconds(30),
        () -> all.stream().noneMatch(ProcessIdentity::isAlive));
  }

  /// Leaves the folder for somebody who wants to know why.
  void keep() {
    kept = true;
    System.out.println("Data and logs are kept in " + data.root());
  }

  @Override
  public void close() {
    var _ = stop();
    if (!kept) {
      Folders.delete(data.root());
    }
  }

  private Duration timed(String... words) {
    long begun = System.nanoTime();
    Ended ended = run(words);
    if (ended.code() != 0) {
      throw new IllegalStateException(
          "'%s' ended with %d: %s"
              .formatted(String.join(" ", words), ended.code(), ended.output()));
    }
    return Await.since(begun);
  }

  private record Ended(int code, String output) {}

  private Ended run(String... words) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar.toString()));
    command.addAll(List.of(words));
    if (!words[0].equals("version")) {
      command.addAll(List.of("--data", data.root().toString()));
    }
    try {
      return run(command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ended run(List<String> command) throws IOException {
    Path output = Files.createTempFile("pilothouse-bench", ".out");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    int code = ended(builder.start());
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
