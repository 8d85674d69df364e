package dev.pilothouse.model;

import java.time.Instant;

/// A record of our own as it stands.
///
/// @param position larger is made later, numbers may be missing
/// @param fields a JSON object with the record's `id` among its members
/// @param version raised by every change
/// @param createdBy who or what made it, as in [NewEntry#actor()]
public record StoredRecord(
    RecordRef ref,
    long position,
    Json fields,
    long version,
    String createdBy,
    Instant createdAt,
    Instant changedAt) {}
