package dev.pilothouse.app.cli;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.DataFolder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// All that Pilothouse needs from a machine, for each way in which it is used.
final class Doctor {

  private static final long SPACE_FOR_DATA = 500_000_000;
  private static final long SPACE_FOR_CACHE = 500_000_000;
  private static final int USUAL_PORT = 8080;

  private final Surroundings surroundings;
  private final DataFolder data;
  private final Cache cache;
  private final Host host;

  Doctor(Surroundings surroundings, DataFolder data, Cache cache) {
    this.surroundings = surroundings;
    this.data = data;
    this.cache = cache;
    this.host = new Host(surroundings.variable("PATH").orElse(""));
  }

  /// In the order of the list below; each check takes as long as its program does, so they run side
  /// by side.
  List<Finding> examine() throws InterruptedException, ExecutionException {
    List<Finding> findings = new ArrayList<>();
    // why no virtual ones: see Preparation, which loads its classes out of the same jar
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<Finding>> checks =
          requirements().stream().map(each -> threads.submit(each::check)).toList();
      for (Future<Finding> check : checks) {
        findings.add(check.get());
      }
    }
    return findings;
  }

  private List<Requirement> requirements() {
    List<Requirement> all = new ArrayList<>(toRun());
    surroundings.checkout().ifPresent(checkout -> all.addAll(toBuild(checkout)));
    all.addAll(forSomeThings());
    return all;
  }

  private List<Requirement> toRun() {
    return List.of(
        new JavaRequirement(),
        new PostgresRequirement(cache),
        new RootRequirement(host),
        new TemporalRequirement(host, cache),
        new FolderRequirement(
            "Data folder", data.root(), SPACE_FOR_DATA, "Name another folder by --data DIR."),
        new FolderRequirement(
            "Cache folder", cache.root(), SPACE_FOR_CACHE, "Name another by PILOTHOUSE_CACHE."),
        new PortRequirement(USUAL_PORT, surroundings.platform().state(data).isPresent()));
  }

  private List<Requirement> toBuild(Path checkout) {
    return List.of(
        new MavenRequirement(host, checkout),
        new NodeRequirement(host),
        new ChromiumRequirement(host),
        new ProgramRequirement(
            host,
            "Docker",
            List.of("docker", "version", "--format", "{{.Server.Version}}"),
            "20.0",
            "only for tests with -Dparts=containers",
            "Start Docker's engine, or leave those tests out as by default."));
  }

  private List<Requirement> forSomeThings() {
    return List.of(
        new ProgramRequirement(
            host,
            "Go",
            List.of("go", "version"),
            "1.26.4",
            "only for --temporal=postgres",
            "Install Go 1.26.4 or later: https://go.dev/dl"));
  }
}
