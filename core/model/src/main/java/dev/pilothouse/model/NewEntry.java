package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// What is about to be written into the journal.
///
/// @param change what it did to a record, where it did
/// @param actor who or what made it happen: `person/…`, `key/…`, `run/…`
/// @param cause what it follows from; empty for what came from outside
/// @param to the one automation it is for; empty for whoever listens
public record NewEntry(
    EventId id,
    TenantId tenant,
    CloudEvent event,
    Optional<Change> change,
    String actor,
    Optional<Cause> cause,
    Optional<Address> to) {
  /// Where our own entries are from.
  public static final String OURSELVES = "pilothouse";

  /// A record before and after; JSON null where there was or is none.
  public record Change(Json before, Json after) {}

  /// @param depth how many runs stand between this entry and what came from outside
  public record Cause(EventId event, RunId run, int depth) {}

  /// For whoever listens.
  public NewEntry(
      EventId id,
      TenantId tenant,
      CloudEvent event,
      Optional<Change> change,
      String actor,
      Optional<Cause> cause) {
    this(id, tenant, event, change, actor, cause, Optional.empty());
  }

  public static NewEntry fromOutside(TenantId tenant, String actor, CloudEvent event) {
    return new NewEntry(EventId.next(), tenant, event, Optional.empty(), actor, Optional.empty());
  }

  /// What we tell of ourselves: it follows from nothing and changes no record.
  public static NewEntry fromOurselves(
      TenantId tenant, String type, String subject, String actor, Json said) {
    EventId id = EventId.next();
    CloudEvent event =
        new CloudEvent(
            OURSELVES, id.toString(), type, subject, Instant.now(), new EventData.Parsed(said));
    return new NewEntry(id, tenant, event, Optional.empty(), actor, Optional.empty());
  }

  /// The same entry, of a record that it changed.
  public NewEntry changing(Change changed) {
    return new NewEntry(id, tenant, event, Optional.of(changed), actor, cause, to);
  }

  /// The same entry, as what follows from a run.
  public NewEntry causedBy(Cause by) {
    return new NewEntry(id, tenant, event, change, actor, Optional.of(by), to);
  }

  /// The same entry, for this automation alone.
  public NewEntry addressedTo(Address address) {
    return new NewEntry(id, tenant, event, change, actor, cause, Optional.of(address));
  }

  /// Our own entries are named by themselves; a sender cannot know the id that we are about to
  /// give.
  public boolean cameFromOutside() {
    return cause.isEmpty() && !event.sourceId().equals(id.toString());
  }

  public int depth() {
    return cause.map(Cause::depth).orElse(0);
  }
}
