package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Java's archive of the app's loaded and linked classes, which halves the work of a start. Made
/// once for each unpacked version and Java, in the background: the app is started beside the real
/// one with parts that are not there, so that it loads what it needs and touches nothing, and is
/// ended.
///
/// @param app the folder of the unpacked version
record StartCache(Path app) {

  private static final Duration SERVES_WITHIN = Duration.ofMinutes(5);
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(5);

  /// At its end Java writes down all that it loaded, which takes seconds on a busy machine; cut
  /// short, it leaves notes that nothing can be made of.
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

  private static final long NEEDED_BYTES = 1_000_000_000;

  /// Of no use to another Java, which would refuse it.
  Path file() {
    return app.resolve("start-" + System.getProperty("java.vm.version", "") + ".aot");
  }

  List<String> options() {
    return Files.exists(file()) ? List.of("-XX:AOTCache=" + file()) : List.of();
  }

  /// Makes it where it is missing and nobody else makes it. Nothing depends on it: where it cannot
  /// be made, starts stay as they are.
  ///
  /// @return what came of it, for a log
  String make(List<String> appCommand, Map<String, String> environment)
      throws InterruptedException {
    if (Files.exists(file())) {
      return "the start cache is there";
    }
    Optional<InterProcessLock> lock =
        InterProcessLock.within(app.resolve("start.lock"), Duration.ZERO);
    if (lock.isEmpty()) {
      return "another process makes the start cache";
    }
    try (InterProcessLock _ = lock.get()) {
      return train(appCommand, environment);
    } catch (IOException e) {
      return "the start cache could not be made: " + e;
    }
  }

  private String train(List<String> appCommand, Map<String, String> environment)
      throws IOException, InterruptedException {
    if (Files.getFileStore(app).getUsableSpace() < NEEDED_BYTES) {
      return "too little disk for a start cache";
    }
    Path notes = app.resolve("start.notes");
    Path part = app.resolve("start.part");
    observe(appCommand, environment, notes);
    int code = run(assembly(appCommand, notes, part), Map.of());
    Files.deleteIfExists(notes);
    if (code != 0 || !Files.exists(part)) {
      return "the start cache could not be made: Java ended with " + code;
    }
    Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
    return "made the start cache";
  }

  /// Runs the app until it serves and has Java note what it loaded.
  private static void observe(List<String> appCommand, Map<String, String> environment, Path notes)
      throws InterruptedException {
    int port = FreePorts.any();
    Map<String, String> alone = new HashMap<>(environment);
    alone.put("PILOTHOUSE_HTTP_PORT", Integer.toString(port));
    alone.put("PILOTHOUSE_DATABASE_URL", "jdbc:postgresql://127.0.0.1:1/pilothouse");
    alone.put("PILOTHOUSE_TEMPORAL_TARGET", "127.0.0.1:1");
    List<String> words =
        withOptions(appCommand, "-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes);
    try (GuardedProcess process = start(words, alone)) {
      Patience.until(
          SERVES_WITHIN,
          () -> !process.isAlive() || FreePorts.answers("127.0.0.1", port, ANSWERS_WITHIN));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      process.identity().find().ifPresent(found -> Signals.send("TERM", found));
      process.waitFor();
    }
  }

  private static List<String> assembly(List<String> appCommand, Path notes, Path part) {
    return withOptions(
        appCommand, "-XX:AOTMode=create", "-XX:AOTConfiguration=" + notes, "-XX:AOTCache=" + part);
  }

  private static int run(List<String> words, Map<String, String> environment)
      throws InterruptedException {
    try (GuardedProcess process = start(words, environment)) {
      return process.waitFor();
    }
  }

  private static GuardedProcess start(List<String> words, Map<String, String> environment) {
    return GuardedProcess.start(
        new GuardedProcess.Command(words, environment, "TERM", ENDS_WITHIN), line -> {});
  }

  private static List<String> withOptions(List<String> appCommand, String... options) {
    List<String> words = new ArrayList<>();
    HostCommand.onPath("nice")
        .ifPresent(nice -> words.addAll(List.of(nice.toString(), "-n", "19")));
    words.add(appCommand.getFirst());
    words.addAll(List.of(options));
    appCommand.stream()
        .skip(1)
        .filter(word -> !word.startsWith("-XX:AOTCache="))
        .forEach(words::add);
    return words;
  }
}
