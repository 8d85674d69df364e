package dev.pilothouse.spi;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// The append-only log of all that happened: the one spine of the system.
public interface Journal {
  /// Writes the delivery, the journal entry, the verdicts and the runs it causes in one
  /// transaction; complete after its commit. Deliveries of all callers share commits. The same
  /// (tenant, source, source id) again changes nothing and gets the answer of the first time.
  ///
  /// @param actor who sent it, for the history of the record it is about
  /// @throws Overloaded at once, when so much waits already that memory would suffer
  default CompletableFuture<Accepted> accept(TenantId tenant, String actor, CloudEvent event) {
    return accept(tenant, actor, event, Optional.empty());
  }

  /// The same for an event that may be for one automation alone.
  CompletableFuture<Accepted> accept(
      TenantId tenant, String actor, CloudEvent event, Optional<Address> to);

  /// What was answered to a delivery the first time, for as long as it is known.
  Optional<Accepted> earlier(TenantId tenant, String source, String sourceId);

  /// Keeps a delivery that was refused, for those who ask where it went. Bounded by rate: beyond it
  /// the delivery is only counted.
  void refuse(TenantId tenant, Refusal refusal);

  /// Deliveries that were refused, newest first. Of one source, no more than some thousands are
  /// looked through: it may have none.
  ///
  /// @param cursor the number of the last one seen
  List<KeptRefusal> refused(
      TenantId tenant, RefusedFilter filter, Optional<Long> cursor, int limit);

  Optional<JournalEntry> find(TenantId tenant, EventId id);

  /// Newest first, before `cursor`, which is the position of the last one seen.
  List<JournalEntry> page(TenantId tenant, Filter filter, Optional<Long> cursor, int limit);

  /// What the house did and for whom it did it, newest first. Left out is what came from outside,
  /// what chains say in words of their own, and what runs say of themselves as they come and go.
  List<JournalEntry> deeds(TenantId tenant, int limit);

  /// Oldest first, after the mark; never passes a transaction that is still open, so that a reader
  /// who goes on from the last mark misses nothing.
  List<Marked> after(TenantId tenant, Filter filter, Mark mark, int limit);

  /// The mark of now: reading on from it gives what comes from here on.
  Mark now();

  /// @param type exact, or a beginning followed by `*`; empty for all
  /// @param writtenBy the run that wrote it about something else than itself
  record Filter(
      String type,
      String subject,
      String source,
      Optional<Instant> from,
      Optional<Instant> until,
      Optional<RunId> writtenBy) {
    public static final Filter ALL = new Filter("", "", "", Optional.empty(), Optional.empty());

    /// Whoever wrote it.
    public Filter(
        String type,
        String subject,
        String source,
        Optional<Instant> from,
        Optional<Instant> until) {
      this(type, subject, source, from, until, Optional.empty());
    }
  }

  /// A place in the order of commits, which is not the order of positions.
  record Mark(long transaction, long position) {
    @Override
    public String toString() {
      return transaction + "." + position;
    }
  }

  record Marked(Mark mark, JournalEntry entry) {}

  record Refusal(
      String actor,
      String source,
      String sourceId,
      String type,
      int status,
      String reason,
      long bytes) {}

  /// @param number by which it is known
  record KeptRefusal(long number, Instant receivedAt, Refusal refusal) {}

  /// @param source exact; empty for all
  /// @param from received at or after
  /// @param until received before
  record RefusedFilter(String source, Optional<Instant> from, Optional<Instant> until) {
    public static final RefusedFilter ALL =
        new RefusedFilter("", Optional.empty(), Optional.empty());
  }

  /// Try again in a moment: what waits to be committed has reached its bound.
  final class Overloaded extends RuntimeException {
    public Overloaded() {
      super("More events wait to be committed than memory should hold.");
    }
  }
}
