package dev.pilothouse.stores;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Matching;
import dev.pilothouse.spi.Matching.Terms;
import dev.pilothouse.spi.Witness;
import dev.pilothouse.stores.Admission.Decided;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The one door into the journal, for what came from outside and for what our own stores change:
/// entries, verdicts and runs are written together, in the transaction of the change itself. Works
/// as the system alone.
public final class JournalWriter {
  private final Matching matching;
  private final Optional<UUID> owner;
  private final Witness witness;

  /// @param owner the process that walks the runs born here; empty where this process walks none
  public JournalWriter(Matching matching, Optional<UUID> owner) {
    this(matching, owner, Witness.NOBODY);
  }

  /// @param witness of all that is committed
  public JournalWriter(Matching matching, Optional<UUID> owner, Witness witness) {
    this.matching = matching;
    this.owner = owner;
    this.witness = witness;
  }

  /// Call it once in a transaction, with all its entries: keys are locked in an order that holds
  /// within one call only, and two calls could deadlock with those of another process.
  Appended append(JdbcClient tx, List<NewEntry> entries) {
    if (entries.isEmpty()) {
      return Appended.NOTHING;
    }
    Map<TenantId, Long> epochs = epochs(tx, entries);
    List<RunRef> woken = LetterRows.arrivals(tx, entries);
    Decided decided = Admission.decide(tx, candidates(entries, epochs));
    List<Verdict> verdicts = decided.verdicts();
    Map<EventId, Long> positions = new EntryStatement(owner).insert(tx, entries, epochs, verdicts);
    List<RunRef> queued = new ArrayList<>(ReplacedRuns.order(tx, decided.replaced()));
    fired(verdicts, verdict -> !isBornClaimed(verdict)).map(Verdict::born).forEach(queued::add);
    return new Appended(
        positions,
        runs(verdicts),
        refusals(verdicts),
        fired(verdicts, this::isBornClaimed).map(JournalWriter::claimed).toList(),
        queued,
        woken,
        entries,
        witness);
  }

  /// Of a version that a person asked for.
  Optional<Terms> terms(AutomationVersion version, NewEntry entry) {
    return matching.terms(version, entry);
  }

  private List<Candidate> candidates(List<NewEntry> entries, Map<TenantId, Long> epochs) {
    return entries.stream()
        .flatMap(entry -> {
          long epoch = epochs.getOrDefault(entry.tenant(), 0L);
          return matching.match(entry, epoch).stream()
              .map(match -> new Candidate(entry, match, epoch));
        })
        .toList();
  }

  /// Read within the transaction: whoever publishes before it gets its events.
  private static Map<TenantId, Long> epochs(JdbcClient tx, List<NewEntry> entries) {
    String[] tenants =
        Columns.texts(
            entries.stream().map(NewEntry::tenant).distinct().toList(), TenantId::toString);
    return tx
        .sql(
            """
            with locked as materialized (%s)
            select tenant_id, epoch from index_epoch where tenant_id = any(:tenants::uuid[]) and (select count(*) from locked) >= 0\
            """
                .formatted(ListenLocks.SHARED))
        .param("tenants", tenants)
        .param("listened", ListenLocks.of(entries))
        .query((row, _) -> Map.entry(new TenantId(Rows.id(row, "tenant_id")), row.getLong("epoch")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private boolean isBornClaimed(Verdict verdict) {
    return owner.isPresent() && !verdict.mayHaveToWait();
  }

  private static Stream<Verdict> fired(List<Verdict> verdicts, Predicate<Verdict> which) {
    return verdicts.stream().filter(Verdict::hasFired).filter(which);
  }

  private static Ledger.Claimed claimed(Verdict verdict) {
    return new Ledger.Claimed(
        new Ledger.Claim(verdict.born(), 1),
        verdict.entry(),
        verdict.match().version(),
        List.of(),
        List.of(),
        false,
        false);
  }

  private static Map<EventId, String> refusals(List<Verdict> verdicts) {
    return verdicts.stream()
        .filter(verdict -> !verdict.hasFired())
        .collect(
            groupingBy(verdict -> verdict.entry().id(), mapping(Verdict::reason, joining(" "))));
  }

  /// In the order of ids, as a repeated delivery finds them.
  private static Map<EventId, List<RunId>> runs(List<Verdict> verdicts) {
    return fired(verdicts, _ -> true)
        .sorted(Comparator.comparing(verdict -> verdict.born().run().toString()))
        .collect(
            groupingBy(
                verdict -> verdict.entry().id(),
                mapping(verdict -> verdict.born().run(), toList())));
  }
}
