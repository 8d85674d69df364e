package dev.pilothouse.app;

/// What one process does. Many machines run the same jar, each in its role.
public enum ProcessRole {
  /// Serves people and programs over HTTP.
  API,
  /// Walks runs.
  WORKER,
  /// Starts what nobody attends to.
  TRIGGER,
  /// All of it in one process.
  ALL;

  boolean serves() {
    return this == API || this == ALL;
  }

  boolean walks() {
    return this == WORKER || this == ALL;
  }

  boolean sweeps() {
    return this != API;
  }
}
