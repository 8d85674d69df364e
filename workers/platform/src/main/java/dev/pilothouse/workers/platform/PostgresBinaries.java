package dev.pilothouse.workers.platform;

import java.nio.file.Path;

/// PostgreSQL's programs, unpacked once into the cache from the jar on the class path.
public final class PostgresBinaries {

  private final Path root;
  private final String version;

  private PostgresBinaries(Path root, String version) {
    this.root = root;
    this.version = version;
  }

  public static PostgresBinaries unpackedIn(Cache cache, Progress progress) {
    return new PostgresBinaries(cache.at("postgres"), "18");
  }

  /// The folder of `initdb` and `postgres`.
  public Path bin() {
    return root.resolve("bin");
  }

  public String version() {
    return version;
  }
}
