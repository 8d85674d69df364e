package dev.pilothouse.triggers;

import dev.pilothouse.spi.Carrier.Mark;
import java.time.Instant;

/// The mark as Temporal shows it.
///
/// @param at when Temporal heard of it
/// @param open its workflow goes on; somebody has ended it otherwise
record SeenMark(Mark mark, Instant at, boolean open) {}
