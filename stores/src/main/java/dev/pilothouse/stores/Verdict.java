package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Matching.Match;

/// What one automation made of one entry, as it is kept.
///
/// @param run of its own also where none is born, so that the caller need not ask
/// @param cut why no run was born; empty where one was
record Verdict(NewEntry entry, Match match, long epoch, RunId run, String cut) {

  static Verdict fired(NewEntry entry, Match match, long epoch) {
    return new Verdict(entry, match, epoch, RunId.next(), "");
  }

  static Verdict loopCut(NewEntry entry, Match match, long epoch, String reason) {
    return new Verdict(entry, match, epoch, RunId.next(), reason);
  }

  boolean hasFired() {
    return cut.isEmpty();
  }

  boolean waitsItsTurn() {
    return !match.concurrencyKey().isEmpty();
  }

  RunRef ref() {
    return new RunRef(entry.tenant(), run);
  }

  /// What a run of this verdict must not overtake.
  String turnKey() {
    return entry.tenant() + "/" + match.version().automation() + "/" + match.concurrencyKey();
  }
}
