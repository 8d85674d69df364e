package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.Journal;
import java.util.Optional;

/// An event of the journal that a caller names, to try something out with.
record PastEvent(Journal journal) {
  /// Empty where there is none of that name.
  Optional<NewEntry> named(Caller caller, String id, Faults faults) {
    Optional<NewEntry> found =
        EventId.parse(id)
            .flatMap(event -> journal.find(caller.tenant(), event))
            .map(JournalEntry::entry);
    if (found.isEmpty()) {
      faults.add("event", "There is no event '" + id + "' here.", "GET /v1/events lists them.");
    }
    return found;
  }
}
