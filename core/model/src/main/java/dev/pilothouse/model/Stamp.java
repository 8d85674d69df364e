package dev.pilothouse.model;

import java.time.Instant;

/// When something was done, and by whom.
///
/// @param actor `person/…`, `key/…`
/// @param name of that person or key, as people know it; the actor again where it has none
public record Stamp(Instant at, String actor, String name) {}
