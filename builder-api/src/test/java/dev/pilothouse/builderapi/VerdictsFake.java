package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Verdicts;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/// Verdicts in memory; it looks at ten entries of the journal at a time, and finds all of them.
final class VerdictsFake implements Verdicts {
  private static final int LOOK = 10;

  private final List<StoredVerdict> kept = new CopyOnWriteArrayList<>();
  private final JournalFake journal;

  VerdictsFake(JournalFake journal) {
    this.journal = journal;
  }

  void keep(JournalEntry entry, AutomationId automation, Kind kind, String reason, RunId run) {
    kept.add(
        new StoredVerdict(
            entry.entry().id(),
            automation,
            new NumberedVersion(VersionId.of(new Json("{}")), 1),
            kind,
            reason,
            Optional.of(run),
            entry.recordedAt()));
  }

  @Override
  public List<StoredVerdict> kept(
      TenantId tenant, Collection<EventId> events, Collection<AutomationId> automations) {
    return kept.stream()
        .filter(it -> events.contains(it.event()) && automations.contains(it.automation()))
        .toList();
  }

  @Override
  public Map<EventId, Tally> tallies(TenantId tenant, Collection<EventId> events) {
    return kept.stream()
        .filter(it -> events.contains(it.event()))
        .collect(
            groupingBy(StoredVerdict::event, collectingAndThen(toList(), VerdictsFake::tally)));
  }

  private static Tally tally(List<StoredVerdict> verdicts) {
    int runs = (int) verdicts.stream().filter(it -> it.kind() == Kind.FIRED).count();
    return new Tally(runs, verdicts.size() - runs, false);
  }

  @Override
  public List<Refused> refused(
      Question question, Set<Kind> kinds, Optional<EventId> before, int limit) {
    List<StoredVerdict> older =
        List.copyOf(kept).stream()
            .takeWhile(it -> before.filter(it.event()::equals).isEmpty())
            .toList();
    return older.reversed().stream()
        .filter(it -> it.automation().equals(question.automation()) && kinds.contains(it.kind()))
        .limit(limit)
        .map(it -> new Refused(it, journal.find(question.tenant(), it.event()).orElseThrow()))
        .toList();
  }

  @Override
  public LookBack lookBack(Question question, Optional<Long> before, Bounds bounds) {
    List<JournalEntry> found =
        journal.entries.reversed().stream()
            .filter(it -> it.position() < before.orElse(Long.MAX_VALUE))
            .filter(it -> !it.recordedAt().isBefore(question.from().orElse(Instant.MIN)))
            .limit(Math.min(LOOK, bounds.find()))
            .toList();
    return new LookBack(
        found,
        found.size(),
        found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().position()),
        found.isEmpty() ? Optional.empty() : Optional.of(found.getLast().recordedAt()));
  }
}
