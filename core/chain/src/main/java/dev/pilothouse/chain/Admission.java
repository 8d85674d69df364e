package dev.pilothouse.chain;

import java.time.Duration;
import java.util.Optional;

/// What stands between an accepted event and a run of its own: decided by the rows of other runs
/// and events, in the transaction that writes the event.
public record Admission(
    Optional<Concurrency> concurrency, Optional<Throttle> throttle, Optional<Dedupe> dedupe) {
  public static final Admission FREE =
      new Admission(Optional.empty(), Optional.empty(), Optional.empty());

  /// Runs that fill the key in alike; one that cannot be worked out, or is empty, holds nothing
  /// back.
  public record Concurrency(Template key, Mode mode) {}

  public enum Mode {
    /// One after the other, in the order of the journal.
    QUEUE,
    /// None begins while another is under way.
    SKIP,
    /// A new one cancels those before it.
    REPLACE
  }

  /// At most so many runs in so much time, for each key where there is one.
  public record Throttle(int limit, Duration per, Optional<Template> key) {}

  /// One run for all events that fill the key in alike within the window.
  public record Dedupe(Template key, Duration window) {}

  /// A key that cannot be worked out is none: better side by side than not at all.
  public static String filledIn(Template key, Scope scope) {
    try {
      return key.text(scope);
    } catch (ExpressionFailed noKey) {
      return "";
    }
  }
}
