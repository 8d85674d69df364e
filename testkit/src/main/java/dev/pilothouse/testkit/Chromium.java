package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.PlatformProblem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A Chromium that runs here, and what its environment must have.
public record Chromium(Path executable, Map<String, String> environment) {

  private static final List<String> KNOWN_PLACES =
      List.of(
          "/usr/lib/chromium/chromium",
          "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
          "/Applications/Chromium.app/Contents/MacOS/Chromium");
  private static final List<String> KNOWN_NAMES =
      List.of("chromium", "google-chrome", "google-chrome-stable", "chromium-browser");

  public Chromium {
    environment = Map.copyOf(environment);
  }

  /// The one that `PILOTHOUSE_CHROMIUM` names, else one that is installed, else Debian's, unpacked
  /// into the cache. Fails with what to install when there is none.
  public static Chromium find() {
    return find(Map.copyOf(System.getenv()), Cache.standard());
  }

  static Chromium find(Map<String, String> environment, Cache cache) {
    return named(environment)
        .or(() -> installed(environment))
        .orElseGet(() -> new DebianChromium(cache.root()).unpacked());
  }

  private static Optional<Chromium> named(Map<String, String> environment) {
    var name = environment.getOrDefault("PILOTHOUSE_CHROMIUM", "");
    if (name.isBlank()) {
      return Optional.empty();
    }
    var named = new Chromium(Path.of(name), Map.of());
    if (!named.works()) {
      throw new PlatformProblem(
          "Expected PILOTHOUSE_CHROMIUM to name a Chromium that runs, but '%s' answers '%s'."
              .formatted(name, named.says()),
          "Correct it, or unset it to have one found.");
    }
    return Optional.of(named);
  }

  private static Optional<Chromium> installed(Map<String, String> environment) {
    return Stream.concat(KNOWN_PLACES.stream().map(Path::of), onPath(environment))
        .filter(Files::isExecutable)
        .map(path -> new Chromium(path, Map.of()))
        .filter(Chromium::works)
        .findFirst();
  }

  private static Stream<Path> onPath(Map<String, String> environment) {
    var folders = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
    return Stream.of(folders)
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> KNOWN_NAMES.stream().map(name -> Path.of(folder, name)));
  }

  /// Some systems install a stub under these names that only tells what to install.
  boolean works() {
    return run().succeeded();
  }

  /// Its name and version, or why it does not run.
  String says() {
    return run().output().strip();
  }

  private ToolRun run() {
    return ToolRun.in(
        Path.of("").toAbsolutePath(), environment, List.of(executable.toString(), "--version"));
  }
}
