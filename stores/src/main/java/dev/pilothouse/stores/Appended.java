package dev.pilothouse.stores;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.RunStarter;
import dev.pilothouse.spi.Witness;
import java.util.List;
import java.util.Map;

/// What entries became in a transaction that is yet to be committed.
///
/// @param runs by the entry that caused them; none for an entry that caused none
/// @param refusals why automations that listen to an entry were not started, in words; none where
///   all of them were. An entry for one automation alone has neither runs nor a refusal where that
///   one has no version in force
/// @param born runs claimed for this process
/// @param queued runs that nobody owns yet: all of them where this process walks none, and always
///   those with a concurrency key, whose turn the ledger alone knows
/// @param woken runs that waited for one of the entries, and that nobody owns
/// @param entries all of them
/// @param witness who is shown them
record Appended(
    Map<EventId, Long> positions,
    Map<EventId, List<RunId>> runs,
    Map<EventId, String> refusals,
    List<Ledger.Claimed> born,
    List<RunRef> queued,
    List<RunRef> woken,
    List<NewEntry> entries,
    Witness witness) {
  static final Appended NOTHING =
      new Appended(
          Map.of(), Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), Witness.NOBODY);

  Appended {
    positions = Map.copyOf(positions);
    runs = Map.copyOf(runs);
    refusals = Map.copyOf(refusals);
    born = List.copyOf(born);
    queued = List.copyOf(queued);
    woken = List.copyOf(woken);
    entries = List.copyOf(entries);
  }

  /// The answer to the delivery that brought this entry.
  Accepted accepted(EventId entry) {
    return new Accepted(
        entry, positions.getOrDefault(entry, 0L), runs.getOrDefault(entry, List.of()), false);
  }

  /// To be called after the commit, never within the transaction: a walk that begins earlier would
  /// not find its run.
  void startWith(RunStarter starter) {
    if (!born.isEmpty()) {
      starter.born(born);
    }
    if (!queued.isEmpty()) {
      starter.freed(queued);
    }
    if (!woken.isEmpty()) {
      starter.freed(woken);
    }
    if (!entries.isEmpty()) {
      witness.committed(entries);
    }
  }
}
