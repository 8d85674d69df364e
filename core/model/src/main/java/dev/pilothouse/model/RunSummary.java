package dev.pilothouse.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// A run as a row of a list.
///
/// @param reason why it stands as it does, in words: a failure, a stop, a cancel; else empty
/// @param failure of a run that failed; empty where no step did, as after a deadline
/// @param concurrencyKey runs of one key go one after the other; empty for none
/// @param cancelling a cancel was ordered and not yet carried out
/// @param pausing a pause was ordered and not yet carried out
public record RunSummary(
    RunId id,
    WalkedVersion walks,
    RunState state,
    String reason,
    Optional<FailedStep> failure,
    String concurrencyKey,
    boolean cancelling,
    boolean pausing,
    RunOrigin origin,
    EventSummary event,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {

  /// From its first step to its end; empty while it is under way.
  public Optional<Duration> lasted() {
    return finishedAt.map(end -> Duration.between(startedAt.orElse(queuedAt), end));
  }
}
