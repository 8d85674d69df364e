package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.Stamp;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What makes an automation act and stop acting, and the history of it. Each change holds in every
/// process from its commit on; runs under way stay on their version. Each is told in the journal,
/// and raises the tenant's index epoch by one.
public interface Publications {
  /// Makes the draft the version that new events start. Publishing the same content again changes
  /// nothing. A paused automation stays paused.
  ///
  /// @param seen the tag of the draft that was checked: no other one goes live
  Answer publish(Order order, String seen);

  /// Makes an earlier version the one that new events start. The draft stays as it is.
  Answer rollBack(Order order, VersionId to);

  Answer pause(Order order);

  Answer resume(Order order);

  Answer archive(Order order);

  /// Brings it back as a draft, or paused where something of it was published: nothing starts to
  /// act before somebody says so.
  Answer restore(Order order);

  /// Newest first.
  ///
  /// @param before the epoch of the last one of the page before
  List<Publication> history(
      TenantId tenant, AutomationId automation, Optional<Long> before, int limit);

  /// What stood where at that moment, by id of the automation. Those of which nothing was published
  /// by then are left out.
  ///
  /// @param after the last one of the page before
  List<InForce> inForce(TenantId tenant, AsOf moment, Optional<AutomationId> after, int limit);

  Optional<InForce> inForce(TenantId tenant, AutomationId automation, AsOf moment);

  /// The first change after that moment with a version in force after it.
  Optional<Publication> next(TenantId tenant, AutomationId automation, AsOf moment);

  /// @param note why, in a person's words; may be empty
  record Order(TenantId tenant, AutomationId automation, String actor, String note) {}

  /// What was done to an automation. The names are stored and sent in lower case.
  enum Change {
    PUBLISHED,
    PAUSED,
    RESUMED,
    ARCHIVED,
    RESTORED,
    ROLLED_BACK;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Change parse(String text) {
      return valueOf(text.toUpperCase(Locale.ROOT));
    }
  }

  /// @param state in which the automation stood after it
  /// @param version in force after it; empty where nothing was ever published
  /// @param epoch from which on events met it
  record Publication(
      AutomationId automation,
      Change change,
      AutomationState state,
      Optional<NumberedVersion> version,
      long epoch,
      Stamp stamp,
      String note) {}

  /// @param since the change that brought it there
  record InForce(AutomationVersion version, AutomationState state, Publication since) {}

  /// A moment in the life of a tenant's automations.
  sealed interface AsOf {
    /// Exact: the number of the index that an event was matched with.
    record Epoch(long number) implements AsOf {}

    /// For what has no such number: what was begun by then.
    record Time(Instant time) implements AsOf {}

    /// When the entry met the index.
    static AsOf matching(JournalEntry entry) {
      return entry.epoch() > 0 ? new Epoch(entry.epoch()) : new Time(entry.recordedAt());
    }
  }

  sealed interface Answer {
    record Done(Publication publication) implements Answer {}

    /// It stands like this already; nothing was written.
    record Unchanged() implements Answer {}

    /// The draft is another one by now; nothing was changed.
    record Stale() implements Answer {}

    /// Another automation has this one's name by now.
    record NameTaken() implements Answer {}

    /// @param sentence what was expected, what was found, and what to do
    record Refused(String sentence) implements Answer {}

    /// There is none, or it belongs to somebody else.
    record NoSuch() implements Answer {}
  }
}
