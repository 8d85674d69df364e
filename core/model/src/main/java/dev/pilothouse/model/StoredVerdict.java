package dev.pilothouse.model;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What a version made of an event, where that depends on more than the two: on earlier runs and
/// events, or on a person's word. Everything else is worked out again when somebody asks.
///
/// @param reason in words, why no run was born; empty where one was
/// @param run the run that was born, or the one that stood in the way
public record StoredVerdict(
    EventId event,
    AutomationId automation,
    NumberedVersion version,
    Kind kind,
    String reason,
    Optional<RunId> run,
    Instant at) {

  /// The names are stored and sent in lower case.
  public enum Kind {
    FIRED,
    /// Another event of the same key came before.
    DEDUPLICATED,
    /// As many runs began lately as may.
    THROTTLED,
    PAUSED,
    /// An earlier run of the same key had not ended.
    SKIPPED,
    /// Runs that cause one another, again and again.
    LOOP_CUT;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Kind parse(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }
}
