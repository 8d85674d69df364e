package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.Stamp;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Automations with the drafts that are edited and the versions that were published. What makes one
/// act, or stop acting, is [Publications].
public interface Automations {
  /// Name, owner and area are those of the version in force; of the draft before the first publish.
  ///
  /// @param published the version in force, also while paused or archived; empty before the first
  ///   publish
  /// @param unpublished whether the draft says anything else than the version in force
  /// @param changed when draft or state changed last
  record Automation(
      AutomationId id,
      String name,
      String owner,
      String area,
      AutomationState state,
      Optional<NumberedVersion> published,
      boolean unpublished,
      Stamp created,
      Stamp changed) {}

  /// @param saved when the draft was saved last, whatever else changed since
  record Drafted(Automation automation, Draft draft, Stamp saved) {}

  /// A published definition with the text its author wrote.
  ///
  /// @param published the first time; a version that comes back keeps its number and its stamp
  record Version(
      NumberedVersion id, Draft content, String note, Stamp published, boolean inForce) {}

  /// @param note of the first publish
  record VersionRow(NumberedVersion id, String note, Stamp published, boolean inForce) {}

  /// Empty where the tenant has one of this name already.
  Optional<AutomationId> create(TenantId tenant, String name, Draft draft, String actor);

  Optional<Drafted> find(TenantId tenant, AutomationId id);

  /// Of those that are not archived.
  Optional<AutomationId> named(TenantId tenant, String name);

  /// By name, without drafts.
  ///
  /// @param after the last one of the page before
  List<Automation> page(TenantId tenant, Filter filter, Optional<AutomationId> after, int limit);

  /// Those that may have something to say about an event: that something is kept of, that listened
  /// to its type when it came, or that do so now. By id. Whether one really does, its triggers
  /// tell.
  ///
  /// @param after where an earlier look ended
  /// @param look no more automations are looked at
  Listeners listening(TenantId tenant, JournalEntry event, Optional<AutomationId> after, int look);

  /// @param looked how many were looked at
  /// @param goOn where the next look begins; empty where all were looked at
  record Listeners(List<Automation> automations, int looked, Optional<AutomationId> goOn) {
    public Listeners {
      automations = List.copyOf(automations);
    }
  }

  /// Replaces the draft by another, also by one with mistakes: people save half-done work, and only
  /// publishing is strict.
  ///
  /// @param seen the tag of the draft it was made from
  Saved save(TenantId tenant, AutomationId id, String seen, Draft draft, String actor);

  /// Newest first.
  ///
  /// @param before the number of the last one of the page before
  List<VersionRow> versions(TenantId tenant, AutomationId id, Optional<Integer> before, int limit);

  Optional<Version> version(TenantId tenant, AutomationId id, int number);

  Optional<Version> version(TenantId tenant, AutomationId id, VersionId hash);

  /// @param owner exact; empty for all
  /// @param area exact; empty for all
  /// @param text to be found in name or description, in any case; empty for all
  record Filter(Set<AutomationState> states, String owner, String area, String text) {}

  sealed interface Saved {
    record Done(Drafted now) implements Saved {}

    /// Somebody else saved meanwhile; nothing was changed.
    record Stale(Drafted now) implements Saved {}

    /// It is archived; nothing was changed.
    record Archived(Drafted now) implements Saved {}

    /// There is none, or it belongs to somebody else.
    record NoSuch() implements Saved {}
  }
}
