package dev.pilothouse.model;

import java.util.Locale;

/// Where a run stands. The names are stored and sent in lower case.
public enum RunState {
  /// Accepted and committed; nothing has walked it yet.
  QUEUED,
  /// A process walks it.
  RUNNING,
  /// Waits for a time to come.
  WAITING,
  /// Waits for a person's word.
  NEEDS_PERSON,
  /// Stopped between two steps by a person, until resumed.
  PAUSED,
  FINISHED,
  FAILED,
  CANCELLED;

  public boolean ended() {
    return switch (this) {
      case FINISHED, FAILED, CANCELLED -> true;
      case QUEUED, RUNNING, WAITING, NEEDS_PERSON, PAUSED -> false;
    };
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static RunState parse(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT));
  }
}
