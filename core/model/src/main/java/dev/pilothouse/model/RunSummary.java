package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// A run as a row of a list.
///
/// @param reason why it stands as it does, in words: a failure, a stop, a cancel; else empty
/// @param concurrencyKey runs of one key go one after the other; empty for none
/// @param cancelling a cancel was ordered and not yet carried out
public record RunSummary(
    RunId id,
    String automation,
    RunState state,
    String reason,
    String concurrencyKey,
    boolean cancelling,
    EventSummary event,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {}
