package dev.pilothouse.workers.platform;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where what was downloaded or unpacked once is kept for every later start. Nothing in it belongs
/// to a person: all of it may be deleted at any time while nothing runs, and the next start brings
/// it back.
public record Cache(Path root) {

  public Cache {
    root = root.toAbsolutePath().normalize();
  }

  /// `PILOTHOUSE_CACHE` if set, else the operating system's usual folder for caches.
  public static Cache standard() {
    return of(
        System.getenv(),
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")));
  }

  static Cache of(Map<String, String> environment, String system, Path home) {
    String own = environment.getOrDefault("PILOTHOUSE_CACHE", "");
    if (!own.isBlank()) {
      return new Cache(Path.of(own));
    }
    String shared = environment.getOrDefault("XDG_CACHE_HOME", "");
    if (!shared.isBlank()) {
      return new Cache(Path.of(shared, "pilothouse"));
    }
    boolean mac = system.toLowerCase(Locale.ROOT).startsWith("mac");
    return new Cache(home.resolve(mac ? "Library/Caches" : ".cache").resolve("pilothouse"));
  }

  Path at(String name) {
    return root.resolve(name);
  }
}
