package dev.pilothouse.model;

/// Where a run stands. The names are stored and sent in lower case.
public enum RunState {
  /// Accepted and committed; nothing has walked it yet.
  QUEUED,
  RUNNING,
  FINISHED,
  FAILED
}
