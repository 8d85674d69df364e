package dev.pilothouse.activities;

import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import java.time.Instant;

/// How a step came through the effect gate.
sealed interface Passage {
  /// It has an outcome.
  record Through() implements Passage {}

  /// It waits for this moment, as the ledger has it.
  record Later(Instant due) implements Passage {}

  /// It has to be tried again: the line is yet to be written.
  record Again(Line.Await line) implements Passage {}

  /// The claim no longer stands, or the run has an order to follow.
  record Stopped(Standing standing) implements Passage {}
}
