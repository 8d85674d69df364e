package dev.pilothouse.model;

import java.time.Instant;

/// A step as the ledger remembers it.
///
/// @param id its name within the automation, stable over versions
/// @param attempts how many times it was begun, the last one included
public record StepRecord(
    String id,
    String name,
    StepOutcome outcome,
    int attempts,
    Instant startedAt,
    Instant finishedAt) {}
