package dev.pilothouse.builderapi;

import static java.util.Comparator.comparingLong;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;

/// A journal in memory, where each entry is a transaction of its own. Filters by type alone.
final class JournalFake implements Journal {
  final List<JournalEntry> entries = new CopyOnWriteArrayList<>();
  final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  final List<Filter> filters = new CopyOnWriteArrayList<>();
  final List<RefusedFilter> refusedFilters = new CopyOnWriteArrayList<>();

  private volatile Optional<RuntimeException> trouble = Optional.empty();

  /// From here on nobody can go on reading.
  void breaksWith(RuntimeException failure) {
    trouble = Optional.of(failure);
  }

  synchronized JournalEntry add(NewEntry entry) {
    JournalEntry written = new JournalEntry(entries.size() + 1L, entry, Instant.now(), 0);
    entries.add(written);
    return written;
  }

  JournalEntry add(CloudEvent event) {
    return add(NewEntry.fromOutside(AccountsFake.TENANT, "key/1", event));
  }

  @Override
  public CompletableFuture<Accepted> accept(
      TenantId tenant, String actor, CloudEvent event, Optional<Address> to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<Accepted> earlier(TenantId tenant, String source, String sourceId) {
    return entries.stream()
        .filter(it -> it.entry().event().source().equals(source))
        .filter(it -> it.entry().event().sourceId().equals(sourceId))
        .findFirst()
        .map(it -> new Accepted(it.entry().id(), it.position(), List.of(), true));
  }

  @Override
  public void refuse(TenantId tenant, Refusal refusal) {
    refusals.add(refusal);
  }

  /// All there are, numbered from 1 on.
  @Override
  public List<KeptRefusal> refused(
      TenantId tenant, RefusedFilter filter, Optional<Long> cursor, int limit) {
    refusedFilters.add(filter);
    return LongStream.range(0, refusals.size())
        .mapToObj(at -> new KeptRefusal(at + 1, Instant.EPOCH, refusals.get((int) at)))
        .filter(kept -> fits(filter, kept) && kept.number() < cursor.orElse(Long.MAX_VALUE))
        .sorted(comparingLong(KeptRefusal::number).reversed())
        .limit(limit)
        .toList();
  }

  private static boolean fits(RefusedFilter filter, KeptRefusal kept) {
    return filter.source().isEmpty() || filter.source().equals(kept.refusal().source());
  }

  @Override
  public Optional<JournalEntry> find(TenantId tenant, EventId id) {
    return entries.stream().filter(entry -> entry.entry().id().equals(id)).findFirst();
  }

  @Override
  public List<JournalEntry> page(TenantId tenant, Filter filter, Optional<Long> cursor, int limit) {
    filters.add(filter);
    return entries.reversed().stream()
        .filter(entry -> fits(filter, entry) && entry.position() < cursor.orElse(Long.MAX_VALUE))
        .limit(limit)
        .toList();
  }

  /// All there is, whoever wrote it.
  @Override
  public List<JournalEntry> deeds(TenantId tenant, int limit) {
    return entries.reversed().stream().limit(limit).toList();
  }

  @Override
  public List<Marked> after(TenantId tenant, Filter filter, Mark mark, int limit) {
    trouble.ifPresent(failure -> {
      throw failure;
    });
    return entries.stream()
        .filter(entry -> fits(filter, entry) && entry.position() > mark.position())
        .limit(limit)
        .map(entry -> new Marked(new Mark(entry.position(), entry.position()), entry))
        .toList();
  }

  @Override
  public Mark now() {
    return new Mark(entries.size(), entries.size());
  }

  private static boolean fits(Filter filter, JournalEntry entry) {
    return filter.type().isEmpty() || filter.type().equals(entry.entry().event().type());
  }
}
