package dev.pilothouse.chain;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a `wait` step waits for.
public sealed interface WaitFor {
  record Duration(java.time.Duration time) implements WaitFor {}

  /// @param time a moment such as `2026-12-01T09:00:00Z`, or an expression that gives one
  record Until(Template time) implements WaitFor {}

  /// An event that comes, or has come since the run began.
  ///
  /// @param type exactly
  /// @param where what the event must hold at which path, such as `subject` or `data.invoice`
  /// @param limit how long
  record Event(String type, SequencedMap<String, Template> where, java.time.Duration limit)
      implements WaitFor {
    public Event {
      where = new LinkedHashMap<>(where);
    }
  }
}
