package dev.pilothouse.workers.platform;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One version of the app as plain jars in the cache.
record UnpackedApp(Path folder, String mainClass, List<Path> classPath) {

  static final String CLASSES = "pilothouse.jar";
  static final String MAIN = "main-class";
  static final String ORDER = "libraries";

  /// What the supervisor needs, so that Java need not look through all libraries to find it.
  private static final List<String> SUPERVISORS =
      List.of("pilothouse-workers-platform", "jackson-", "postgresql-");

  static UnpackedApp in(Path folder) {
    Stream<Path> libraries =
        read(folder.resolve(ORDER))
            .lines()
            .filter(line -> !line.isBlank())
            .map(line -> folder.resolve("lib").resolve(line));
    return new UnpackedApp(
        folder,
        read(folder.resolve(MAIN)).strip(),
        Stream.concat(Stream.of(folder.resolve(CLASSES)), libraries).toList());
  }

  String javaClassPath() {
    return joined(classPath.stream());
  }

  String supervisorClassPath() {
    return joined(
        Stream.concat(classPath.stream().filter(UnpackedApp::isSupervisors), classPath.stream())
            .distinct());
  }

  /// Held by whoever runs this version, so that nobody deletes it meanwhile.
  InterProcessLock use() {
    return InterProcessLock.share(lockOf(folder))
        .orElseThrow(() ->
            new PlatformProblem(
                "'" + folder + "' is being deleted by another start of Pilothouse.",
                "Run the same command again."));
  }

  /// Deletes the versions that nobody runs, and what a killed start left halfway.
  static void pruneIn(Path home) {
    for (Path folder : Trees.children(home)) {
      if (Files.isDirectory(folder)) {
        Optional<InterProcessLock> alone = InterProcessLock.within(lockOf(folder), Duration.ZERO);
        alone.ifPresent(lock -> delete(folder, lock));
      }
    }
  }

  private static void delete(Path folder, InterProcessLock lock) {
    try (lock) {
      Trees.delete(folder);
      Trees.delete(lockOf(folder));
    }
  }

  private static Path lockOf(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ".used");
  }

  private static boolean isSupervisors(Path jar) {
    String name = String.valueOf(jar.getFileName());
    return SUPERVISORS.stream().anyMatch(name::startsWith);
  }

  private static String joined(Stream<Path> paths) {
    return paths.map(Path::toString).collect(Collectors.joining(File.pathSeparator));
  }

  private static String read(Path file) {
    return new WholeFile(file).read().orElse("");
  }
}
