package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// A run as a row of a list.
public record RunSummary(
    RunId id,
    String automation,
    RunState state,
    EventSummary event,
    Instant queuedAt,
    Optional<Instant> startedAt,
    Optional<Instant> finishedAt) {}
