package dev.pilothouse.stores;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Matching;
import dev.pilothouse.spi.Matching.Match;
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
  /// How many runs may stand one behind the other before the next one is taken for a loop.
  static final int DEEPEST = 8;

  private final Matching matching;
  private final Optional<UUID> owner;

  /// @param owner the process that walks the runs born here; empty where this process walks none
  public JournalWriter(Matching matching, Optional<UUID> owner) {
    this.matching = matching;
    this.owner = owner;
  }

  /// Call it once in a transaction, with all its entries: keys are locked in an order that holds
  /// within one call only, and two calls could deadlock with those of another process.
  Appended append(JdbcClient tx, List<NewEntry> entries) {
    if (entries.isEmpty()) {
      return Appended.NOTHING;
    }
    List<Verdict> verdicts = verdicts(tx, entries);
    KeyLocks.take(tx, verdicts);
    Map<EventId, Long> positions = new EntryStatement(owner).insert(tx, entries, verdicts);
    return new Appended(
        positions,
        runs(verdicts),
        fired(verdicts, this::isBornClaimed).map(JournalWriter::claimed).toList(),
        fired(verdicts, verdict -> !isBornClaimed(verdict)).map(Verdict::ref).toList());
  }

  private List<Verdict> verdicts(JdbcClient tx, List<NewEntry> entries) {
    Map<TenantId, Long> epochs = epochs(tx, entries);
    return entries.stream()
        .flatMap(entry -> {
          long epoch = epochs.getOrDefault(entry.tenant(), 0L);
          return matching.match(entry, epoch).stream()
              .map(match -> verdict(tx, entry, match, epoch));
        })
        .toList();
  }

  private static Verdict verdict(JdbcClient tx, NewEntry entry, Match match, long epoch) {
    return entry.depth() < DEEPEST
        ? Verdict.fired(entry, match, epoch)
        : Verdict.loopCut(entry, match, epoch, ChainOfRuns.before(tx, entry));
  }

  /// Read within the transaction: whoever publishes before it gets its events.
  private static Map<TenantId, Long> epochs(JdbcClient tx, List<NewEntry> entries) {
    String[] tenants =
        Columns.texts(
            entries.stream().map(NewEntry::tenant).distinct().toList(), TenantId::toString);
    return tx
        .sql("select tenant_id, epoch from index_epoch where tenant_id = any(:tenants::uuid[])")
        .param("tenants", tenants)
        .query((row, _) -> Map.entry(new TenantId(Rows.id(row, "tenant_id")), row.getLong("epoch")))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private boolean isBornClaimed(Verdict verdict) {
    return owner.isPresent() && !verdict.waitsItsTurn();
  }

  private static Stream<Verdict> fired(List<Verdict> verdicts, Predicate<Verdict> which) {
    return verdicts.stream().filter(Verdict::hasFired).filter(which);
  }

  private static Ledger.Claimed claimed(Verdict verdict) {
    return new Ledger.Claimed(
        new Ledger.Claim(verdict.ref(), 1),
        verdict.entry(),
        verdict.match().version(),
        List.of(),
        false,
        false);
  }

  /// In the order of ids, as a repeated delivery finds them.
  private static Map<EventId, List<RunId>> runs(List<Verdict> verdicts) {
    return fired(verdicts, _ -> true)
        .sorted(Comparator.comparing(verdict -> verdict.ref().run().toString()))
        .collect(
            groupingBy(
                verdict -> verdict.entry().id(),
                mapping(verdict -> verdict.ref().run(), toList())));
  }
}
