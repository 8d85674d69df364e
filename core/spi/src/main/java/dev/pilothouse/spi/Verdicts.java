package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What automations made of events, as far as it was kept, and the events that one of them may have
/// something to say about. What follows from an event and a version alone is not kept: whoever asks
/// works it out again.
public interface Verdicts {
  /// In no order. Meant for a page of events or of automations.
  List<StoredVerdict> kept(
      TenantId tenant, Collection<EventId> events, Collection<AutomationId> automations);

  /// How many are kept of each event; events of which none is kept are left out. What came of an
  /// event is written with it and never changes. Meant for a page of events: of each, counting ends
  /// at a bound.
  Map<EventId, Tally> tallies(TenantId tenant, Collection<EventId> events);

  /// Of which no run was born, by event, newest first.
  ///
  /// @param kinds not [StoredVerdict.Kind#FIRED]
  /// @param before the last event of the page before
  List<Refused> refused(
      Question question, Set<StoredVerdict.Kind> kinds, Optional<EventId> before, int limit);

  /// Looks back through the journal for entries of a type that any version of the automation
  /// listens or listened to, and for those that are for it alone. Newest first.
  ///
  /// @param before the position where an earlier look ended
  LookBack lookBack(Question question, Optional<Long> before, Bounds bounds);

  /// @param runs that were born
  /// @param held automations that should have started, and were held back
  /// @param more counting ended: there may be others
  record Tally(int runs, int held, boolean more) {}

  /// @param from recorded at or after
  /// @param until recorded before
  record Question(
      TenantId tenant, AutomationId automation, Optional<Instant> from, Optional<Instant> until) {}

  record Refused(StoredVerdict verdict, JournalEntry entry) {}

  /// @param look no more entries of the journal are looked at
  /// @param find nor more than so many found
  record Bounds(int look, int find) {}

  /// @param looked how many entries were looked at
  /// @param goOn where the next look begins; empty where there is nothing further back
  /// @param backTo when the last entry that was looked at was recorded; empty where there was none
  record LookBack(
      List<JournalEntry> found, int looked, Optional<Long> goOn, Optional<Instant> backTo) {
    public LookBack {
      found = List.copyOf(found);
    }
  }
}
