package dev.pilothouse.spi;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// What the rows say of Temporal, which carries the runs: the mark it must show, and whether this
/// house is held since the two do not fit.
public interface Carrier {
  /// How far this house is.
  ///
  /// @param identity of the house, given once
  /// @param tick raised as long as something moves
  record Mark(UUID identity, long tick) {}

  /// @param raisedAt when the tick was raised last
  /// @param told the highest tick that Temporal has certainly heard of
  /// @param held empty while runs may be dispatched
  /// @param rebuild why Temporal is to be rebuilt from the rows; empty when it is not
  /// @param rebuilds how often it has been
  record Stand(
      Mark mark,
      Instant raisedAt,
      long told,
      Optional<Held> held,
      Optional<String> rebuild,
      long rebuilds) {}

  /// @param reason in words for people
  record Held(Instant since, String reason) {}

  /// Where the rows stand now. Asked every second.
  Stand stand();

  /// Raises the tick and commits it, when something has moved and the last time is a while ago.
  /// Among all processes one gets the new mark, and has to tell it.
  Optional<Mark> raise();

  /// Temporal has heard of this mark.
  void told(Mark mark);

  /// Holds the house, if its tick is really below the one that Temporal has seen; each tenant finds
  /// it in its journal.
  ///
  /// @return whether the house is held now
  boolean hold(long seenTick, String reason);

  /// A person's word that the house shall go on. Whatever has not ended is in doubt from here on,
  /// the tick is lifted above the one that Temporal has seen, and Temporal is to be rebuilt.
  ///
  /// @return false when there was no hold
  boolean release(String actor, String reason);

  /// Temporal is to be rebuilt by any process that looks after it.
  void askForRebuild(String reason);

  /// How many runs that have not ended are in doubt, or will be once a hold is released.
  long inDoubt();
}
