package dev.pilothouse.contracts;

import java.util.UUID;

/// How far the house was when Temporal last heard of it.
///
/// @param identity of the house whose rows Temporal carries
/// @param tick raised in the house's database, and committed there, before Temporal hears of it
public record Watermark(UUID identity, long tick) {}
