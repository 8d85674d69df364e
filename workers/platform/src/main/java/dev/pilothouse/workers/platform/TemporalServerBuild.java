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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The full Temporal server and the tool for its schema, built here by Go, since no program of it
/// is given away ready-made for PostgreSQL. Built once; the folder appears when both are there.
///
/// @param home their folder in the cache
record TemporalServerBuild(Path home) {

  static final String VERSION = "1.31.2";

  private static final String NEEDED_GO = "1.26.4";
  private static final Duration LONGEST_BUILD = Duration.ofMinutes(60);
  private static final Pattern GO_VERSION =
      Pattern.compile("go version go(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

  static TemporalServerBuild in(Cache cache) {
    return new TemporalServerBuild(cache.at("temporal-server").resolve(VERSION));
  }

  Path server() {
    return home.resolve("server");
  }

  Path sqlTool() {
    return home.resolve("sql");
  }

  void make(Progress progress) {
    try (InterProcessLock _ = InterProcessLock.take(home.resolveSibling("lock"))) {
      if (!Files.exists(home)) {
        build(go(), progress);
      }
    }
  }

  private void build(Path go, Progress progress) {
    Path part = home.resolveSibling(home.getFileName() + ".part");
    Trees.delete(part);
    try {
      Files.createDirectories(part);
      progress.say("Building the Temporal server with Go; the first time takes some minutes");
      install(go, "go.temporal.io/server/cmd/server", part);
      progress.say("Building the tool for its schema");
      install(go, "go.temporal.io/server/cmd/tools/sql", part);
      Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw FileProblem.writing(home, e);
    }
  }

  private static void install(Path go, String program, Path to) {
    List<String> words = new ArrayList<>();
    // why: it takes all processors for minutes, and a person may want to go on working
    HostCommand.onPath("nice").ifPresent(nice -> words.add(nice.toString()));
    words.addAll(List.of(go.toString(), "install", program + "@v" + VERSION));
    HostCommand.Result result =
        HostCommand.of(words).with(Map.of("GOBIN", to.toString())).run(LONGEST_BUILD);
    if (!result.succeeded()) {
      throw new PlatformProblem(
          "Go could not build " + program + ": " + result.lastWords() + ".",
          "It needs the network, 4 GB of disk and 3 GB of memory the first time; mend that and start again, or leave --temporal"
              + " postgres away.");
    }
  }

  private static Path go() {
    Optional<Path> found =
        HostCommand.onPath("go")
            .or(() -> Optional.of(Path.of("/usr/local/go/bin/go")).filter(Files::isExecutable));
    String version = found.map(TemporalServerBuild::versionOf).orElse("none");
    if (found.isEmpty() || !isNewEnough(version)) {
      throw new PlatformProblem(
          "Expected Go "
              + NEEDED_GO
              + " or later to build the Temporal server, but found "
              + version
              + ".",
          "Install Go from go.dev, or leave --temporal postgres away to use the development server.");
    }
    return found.get();
  }

  private static String versionOf(Path go) {
    return HostCommand.of(List.of(go.toString(), "version"))
        .run(Duration.ofSeconds(20))
        .output()
        .strip();
  }

  static boolean isNewEnough(String words) {
    Matcher found = GO_VERSION.matcher(words);
    if (!found.find()) {
      return false;
    }
    int minor = Integer.parseInt(found.group(2));
    int patch = found.group(3) == null ? 0 : Integer.parseInt(found.group(3));
    return !found.group(1).equals("1") || minor > 26 || (minor == 26 && patch >= 4);
  }
}
