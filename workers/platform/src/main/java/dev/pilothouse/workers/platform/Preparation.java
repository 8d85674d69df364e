package dev.pilothouse.workers.platform;

import dev.pilothouse.workers.platform.Plan.TemporalPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All that must be there before a supervisor can start, brought side by side: what is fetched,
/// what is unpacked, what is chosen.
record Preparation(UpOptions options, Progress progress) {

  /// why: Java's optimiser else competes with the start itself for the processors; it costs a
  /// quarter less so. What stays busy is optimised all the same, some seconds later.
  private static final List<String> OPTIMISE_LATER =
      List.of(
          "-XX:Tier4InvocationThreshold=30000",
          "-XX:Tier4MinInvocationThreshold=5000",
          "-XX:Tier4CompileThreshold=60000");

  /// What came of it.
  record Prepared(Plan plan, UnpackedApp app) {}

  Prepared run() {
    PortPicker ports = new PortPicker(options.port(), new FreePorts(), progress);
    int http = ports.http();
    int postgresPort = ports.postgres();
    // why no virtual ones: each holds its processor while it loads a class, and out of the one jar
    // they wait for each other there; on two processors the one waited for never came to its turn
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      Future<TemporalPlan> temporal =
          threads.submit(() -> new TemporalChooser(options, progress).choose(ports));
      Future<PostgresBinaries> postgres =
          threads.submit(() -> PostgresBinaries.unpackedIn(options.cache(), progress));
      Future<UnpackedApp> app =
          threads.submit(() -> new BootJar(options.jar()).unpackedIn(options.cache(), progress));
      return plan(http, postgresPort, of(postgres), of(temporal), of(app));
    }
  }

  private Prepared plan(
      int http,
      int postgresPort,
      PostgresBinaries postgres,
      TemporalPlan temporal,
      UnpackedApp app) {
    Plan plan =
        new Plan(
            options.data().root().toString(),
            app.folder().toString(),
            appCommand(app),
            http,
            postgresPort,
            postgres.root().toString(),
            temporal,
            Release.version());
    return new Prepared(plan, app);
  }

  private static List<String> appCommand(UnpackedApp app) {
    List<String> words = new ArrayList<>(List.of(java()));
    words.addAll(
        List.of(
            "-XX:+ExitOnOutOfMemoryError",
            "--sun-misc-unsafe-memory-access=allow",
            "--enable-native-access=ALL-UNNAMED"));
    words.addAll(OPTIMISE_LATER);
    words.addAll(List.of("-cp", app.javaClassPath(), app.mainClass(), "serve", "--role=all"));
    return words;
  }

  static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private static <T> T of(Future<T> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof PlatformProblem problem) {
        throw problem;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while preparing", e);
    }
  }
}
