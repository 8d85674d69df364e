package dev.pilothouse.workers.platform;

import java.nio.file.Path;

/// The one folder that holds all that must not be lost, and each part's log. This is the only place
/// that knows its layout.
public record DataFolder(Path root) {

  public DataFolder {
    root = root.toAbsolutePath().normalize();
  }

  /// Passwords of the database and the key that encrypts what is stored; mode 600. Without it the
  /// rest cannot be read.
  public Path secrets() {
    return root.resolve("secrets.json");
  }

  /// Written by the app at its very first start and deleted by it when that password is changed.
  public Path firstLogin() {
    return root.resolve("first-login.json");
  }

  /// Which layout this folder has and which version of Pilothouse wrote it.
  public Path layout() {
    return root.resolve("pilothouse.json");
  }

  public Path postgres() {
    return root.resolve("postgres");
  }

  public Path temporal() {
    return root.resolve("temporal");
  }

  public Path logs() {
    return root.resolve("logs");
  }

  /// The newest log of `postgres`, `temporal`, `app` or `supervisor`; older ones stand beside it as
  /// `.1` to `.4`.
  public Path log(String part) {
    return logs().resolve(part + ".log");
  }

  /// What belongs to one start only; empty of meaning while nothing runs.
  public Path run() {
    return root.resolve("run");
  }

  /// Where the app rehearses once for each version; there only meanwhile.
  Path rehearsal() {
    return root.resolve("rehearsal");
  }

  Path lock() {
    return run().resolve("lock");
  }

  Path upLock() {
    return run().resolve("up.lock");
  }

  Path state() {
    return run().resolve("state.json");
  }

  Path plan() {
    return run().resolve("plan.json");
  }
}
