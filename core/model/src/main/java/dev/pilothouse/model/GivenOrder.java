package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// An order that a person or program gave to a run.
///
/// @param carriedOutAt empty while the run has not yet followed it
public record GivenOrder(
    long id,
    Order order,
    String actor,
    String reason,
    Instant givenAt,
    Optional<Instant> carriedOutAt) {}
