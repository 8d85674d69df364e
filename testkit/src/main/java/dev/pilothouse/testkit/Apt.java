package dev.pilothouse.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Debian's package client used without changing the system: it looks packages up and downloads
/// them, and needs no root for either.
final class Apt {

  private static final Pattern TO_INSTALL = Pattern.compile("^Inst (\\S+)", Pattern.MULTILINE);

  private final List<String> options;

  private Apt(List<String> options) {
    this.options = options;
  }

  /// Knows packages from the system's own lists.
  static Apt ofTheSystem() {
    return new Apt(List.of());
  }

  /// Knows packages from lists of its own, fetched now: for systems that keep none, as most
  /// container images do.
  static Apt withOwnLists(Path state) throws IOException {
    Files.createDirectories(state.resolve("lists/partial"));
    Files.createDirectories(state.resolve("archives/partial"));
    var own =
        new Apt(
            List.of(
                "-o", "Dir::State::lists=" + state.resolve("lists"),
                "-o", "Dir::Cache=" + state,
                "-o", "APT::Sandbox::User="));
    own.run(Path.of("/"), "update").orFail();
    return own;
  }

  static boolean isHere() {
    return ToolRun.of("apt-get", "--version").succeeded()
        && ToolRun.of("dpkg-deb", "--version").succeeded();
  }

  boolean knows(String name) {
    return simulated(name).succeeded();
  }

  /// The package and those of its dependencies that this system does not have.
  List<String> missingFor(String name) {
    return TO_INSTALL
        .matcher(simulated(name).orFail().output())
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  /// Unpacks the packages into the folder; what their installation scripts would do is not done.
  void unpack(List<String> names, Path folder) throws IOException {
    var archives = Files.createDirectory(folder.resolve("archives"));
    run(archives, Stream.concat(Stream.of("download"), names.stream()).toArray(String[]::new))
        .orFail();
    try (var files = Files.list(archives)) {
      files.forEach(
          file -> ToolRun.of("dpkg-deb", "-x", file.toString(), folder.toString()).orFail());
    }
    FolderRemoval.remove(archives);
  }

  private ToolRun simulated(String name) {
    return run(Path.of("/"), "--simulate", "--no-install-recommends", "install", name);
  }

  private ToolRun run(Path folder, String... arguments) {
    var command =
        Stream.of(Stream.of("apt-get", "-q"), options.stream(), Stream.of(arguments))
            .flatMap(part -> part)
            .toList();
    return ToolRun.in(folder, Map.of(), command);
  }
}
