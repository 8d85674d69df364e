package dev.pilothouse.triggers;

import dev.pilothouse.spi.Carrier.Stand;
import java.util.Optional;

/// What the mark in Temporal says beside the one in the rows.
sealed interface Comparison {
  /// They go together.
  record Fits() implements Comparison {}

  /// Temporal was lost, replaced or went back in time: the rows must rebuild it.
  ///
  /// @param ours Temporal carried runs of this house before, so that those it has are ours
  record TemporalLost(String reason, boolean ours) implements Comparison {}

  /// Our database went back in time.
  record RowsLost(long seenTick, String reason) implements Comparison {}

  /// The mark must have been read after the rows: what was told before is in it then.
  static Comparison of(Stand rows, Optional<SeenMark> temporal) {
    if (temporal.isEmpty()) {
      return new TemporalLost("Temporal shows no mark of this house.", false);
    }
    SeenMark seen = temporal.get();
    if (!seen.mark().identity().equals(rows.mark().identity())) {
      return new TemporalLost(
          "Temporal shows the mark of another house, " + seen.mark().identity() + ".", false);
    }
    if (seen.mark().tick() > rows.mark().tick()) {
      return new RowsLost(seen.mark().tick(), wentBack(rows, seen));
    }
    if (seen.mark().tick() < rows.told()) {
      return new TemporalLost(
          "Temporal has heard of tick "
              + rows.told()
              + ", but shows "
              + seen.mark().tick()
              + " of "
              + seen.at()
              + ": it went back in time.",
          true);
    }
    return seen.open()
        ? new Fits()
        : new TemporalLost("Somebody has ended the workflow that holds the mark.", true);
  }

  private static String wentBack(Stand rows, SeenMark seen) {
    return "This database went back in time: Temporal heard of tick "
        + seen.mark().tick()
        + " at "
        + seen.at()
        + ", but the rows know of tick "
        + rows.mark().tick()
        + ", of "
        + rows.raisedAt()
        + ". What happened in between is not known here, so nothing is dispatched until a person"
        + " releases the hold.";
  }
}
