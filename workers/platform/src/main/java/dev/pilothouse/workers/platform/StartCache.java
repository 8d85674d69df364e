package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Java's archive of the app's loaded and linked classes and of how its methods are used, which
/// halves the work of a start and of what follows it. Made once for each unpacked version and Java,
/// in the background: another app beside the real one rehearses a day's work and is ended.
///
/// @param app the folder of the unpacked version
record StartCache(Path app) {

  /// At its end Java writes down all that it loaded, which takes seconds on a busy machine; cut
  /// short, it leaves notes that nothing can be made of.
  private static final Duration ENDS_WITHIN = Duration.ofMinutes(1);

  private static final long NEEDED_BYTES = 1_000_000_000;

  /// Of no use to another Java, which would refuse it.
  Path file() {
    return app.resolve("start-" + System.getProperty("java.vm.version", "") + ".aot");
  }

  /// The command with the cache, if it is there by now. To be asked before each start: it is made
  /// while the first one runs, and a restart is when it is wanted most.
  List<String> usedBy(List<String> appCommand) {
    if (!Files.exists(file())) {
      return appCommand;
    }
    List<String> words = new ArrayList<>(appCommand);
    words.add(1, "-XX:AOTCache=" + file());
    return words;
  }

  /// Makes it where it is missing and nobody else makes it. Nothing depends on it: where it cannot
  /// be made, starts stay as they are.
  ///
  /// @return what came of it, for a log
  String make(Plan plan) throws InterruptedException {
    if (Files.exists(file())) {
      return "the start cache is there";
    }
    Optional<InterProcessLock> lock =
        InterProcessLock.within(app.resolve("start.lock"), Duration.ZERO);
    if (lock.isEmpty()) {
      return "another process makes the start cache";
    }
    try (InterProcessLock _ = lock.get()) {
      return train(plan);
    } catch (IOException | PlatformProblem e) {
      return "the start cache could not be made: " + e;
    }
  }

  private String train(Plan plan) throws IOException, InterruptedException {
    if (Files.getFileStore(app).getUsableSpace() < NEEDED_BYTES) {
      return "too little disk for a start cache";
    }
    Path notes = app.resolve("start.notes");
    Path part = app.resolve("start.part");
    String rehearsed = observe(plan, notes);
    int code = run(assembly(plan.appCommand(), notes, part), Map.of());
    Files.deleteIfExists(notes);
    if (code != 0 || !Files.exists(part)) {
      return "the start cache could not be made: Java ended with " + code;
    }
    Files.move(part, file(), StandardCopyOption.ATOMIC_MOVE);
    return "made the start cache" + rehearsed;
  }

  /// Has the app rehearse and Java note what it loaded; what did not go well costs a part of it.
  private static String observe(Plan plan, Path notes) throws InterruptedException {
    List<String> words =
        withOptions(plan.appCommand(), "-XX:AOTMode=record", "-XX:AOTConfiguration=" + notes);
    try (Rehearsal rehearsal = Rehearsal.beside(plan);
        GuardedProcess process = start(words, rehearsal.environment())) {
      String said = played(rehearsal);
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      process.identity().find().ifPresent(found -> Signals.send("TERM", found));
      process.waitFor();
      return said;
    }
  }

  private static String played(Rehearsal rehearsal) {
    try {
      rehearsal.play();
      return "";
    } catch (RuntimeException broken) { // whatever it is, the notes so far are good
      return ", from a rehearsal that broke off: " + broken.getMessage();
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
    words.addAll(appCommand.subList(1, appCommand.size()));
    return words;
  }
}
