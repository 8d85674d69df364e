package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.Matching.Match;
import dev.pilothouse.spi.Matching.Terms;

/// A version that an entry would start, before it is known whether it does.
///
/// @param epoch of the index that said so
record Candidate(NewEntry entry, Match match, long epoch) {

  AutomationVersion version() {
    return match.version();
  }

  Terms terms() {
    return match.terms();
  }

  MarkKey key(String text) {
    return new MarkKey(entry.tenant(), version().automation(), text);
  }

  /// Caused by a run that did not mean this automation in particular.
  boolean mayBeLoop() {
    return entry.cause().isPresent() && entry.to().isEmpty();
  }
}
