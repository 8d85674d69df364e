package dev.pilothouse.model;

import java.time.Instant;

/// An entry of the journal as it stands there for ever.
///
/// @param position its place in the journal; larger is later, numbers may be missing
/// @param epoch of the index it was matched with; 0 where nothing was ever published by then, and
///   in entries from before it was kept
public record JournalEntry(long position, NewEntry entry, Instant recordedAt, long epoch) {}
