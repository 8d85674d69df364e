package dev.pilothouse.model;

import java.time.Instant;

/// An entry of the journal as it stands there for ever.
///
/// @param position its place in the journal; larger is later, numbers may be missing
public record JournalEntry(long position, NewEntry entry, Instant recordedAt) {}
