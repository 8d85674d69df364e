package dev.pilothouse.stores;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.RunStarter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal and the intake: deliveries, entries, verdicts and runs of many callers in one
/// transaction.
public final class PostgresJournal implements Journal, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresJournal.class);

  private final Database database;
  private final JournalWriter door;
  private final RunStarter starter;
  private final RefusedDeliveries refused;
  private final GroupWriter<Delivery, Accepted> writer;

  public PostgresJournal(Database database, JournalWriter door, RunStarter starter) {
    this(database, door, starter, GroupWriter.Bounds.USUAL);
  }

  PostgresJournal(
      Database database, JournalWriter door, RunStarter starter, GroupWriter.Bounds bounds) {
    this.database = database;
    this.door = door;
    this.starter = starter;
    refused = new RefusedDeliveries(database, new RefusalRate(System::nanoTime));
    writer =
        new GroupWriter<>(
            "journal-writer",
            bounds,
            new GroupWriter.Shape<>(Delivery::key, Delivery::bytes),
            this::commit);
  }

  /// Lets the journal tell how much waits, and what was refused without being kept.
  public void reportTo(MeterRegistry meters) {
    Gauge.builder("pilothouse.journal.waiting", writer, GroupWriter::waiting)
        .description("Events that wait to be committed")
        .register(meters);
    refused.reportTo(meters);
  }

  @Override
  public CompletableFuture<Accepted> accept(
      TenantId tenant, String actor, CloudEvent event, Optional<Address> to) {
    return writer.submit(new Delivery(tenant, actor, event, to));
  }

  @Override
  public Optional<Accepted> earlier(TenantId tenant, String source, String sourceId) {
    Delivery.Key key = new Delivery.Key(tenant, source, sourceId);
    return database.as(
        tenant,
        jdbc -> DeliveryStatement.earlier(jdbc, List.of(key)).values().stream().findFirst());
  }

  @Override
  public void refuse(TenantId tenant, Refusal refusal) {
    refused.keep(tenant, refusal);
  }

  @Override
  public List<KeptRefusal> refused(
      TenantId tenant, RefusedFilter filter, Optional<Long> cursor, int limit) {
    return database.as(tenant, jdbc -> new RefusedSearch(filter, cursor).newest(jdbc, limit));
  }

  @Override
  public Optional<JournalEntry> find(TenantId tenant, EventId id) {
    return database.as(
        tenant,
        jdbc ->
            jdbc.sql("select * from journal where id = ?")
                .param(id.value())
                .query(EntryRows::journalEntry)
                .optional());
  }

  @Override
  public List<JournalEntry> page(TenantId tenant, Filter filter, Optional<Long> cursor, int limit) {
    return database.as(
        tenant, jdbc -> EntrySearch.of(filter, jdbc, tenant).newest(jdbc, cursor, limit));
  }

  @Override
  public List<JournalEntry> deeds(TenantId tenant, int limit) {
    return database.as(tenant, jdbc -> EntrySearch.deeds().newest(jdbc, Optional.empty(), limit));
  }

  @Override
  public List<Marked> after(TenantId tenant, Filter filter, Mark mark, int limit) {
    return database.as(tenant, jdbc -> new EntrySearch(filter).after(jdbc, mark, limit));
  }

  @Override
  public Mark now() {
    return database.asSystem(EntrySearch::now);
  }

  /// Returns when all that was accepted so far is committed or has failed.
  @Override
  public void close() {
    writer.close();
  }

  private List<Accepted> commit(List<Delivery> group) {
    Committed committed = database.asSystem(tx -> write(tx, group));
    start(committed.appended());
    return committed.answers();
  }

  private Committed write(JdbcClient tx, List<Delivery> group) {
    List<NewEntry> entries = group.stream().map(Delivery::entry).toList();
    Set<EventId> fresh = DeliveryStatement.insert(tx, entries);
    Appended appended =
        door.append(tx, entries.stream().filter(entry -> fresh.contains(entry.id())).toList());
    List<Delivery.Key> repeated =
        entries.stream().filter(entry -> !fresh.contains(entry.id())).map(Delivery::keyOf).toList();
    Map<Delivery.Key, Accepted> earlier =
        repeated.isEmpty() ? Map.of() : DeliveryStatement.earlier(tx, repeated);
    return new Committed(
        appended,
        entries.stream()
            .map(entry ->
                fresh.contains(entry.id())
                    ? appended.accepted(entry.id())
                    : first(earlier, Delivery.keyOf(entry)))
            .toList());
  }

  /// One that was there and is not any more was forgotten meanwhile: the same again makes a new
  /// one.
  private static Accepted first(Map<Delivery.Key, Accepted> earlier, Delivery.Key key) {
    return Optional.ofNullable(earlier.get(key))
        .orElseThrow(() ->
            new ConcurrencyFailureException("The delivery was forgotten while it was repeated."));
  }

  /// What is committed is committed: a starter in trouble must not make it look otherwise. The
  /// sweep finds the runs.
  private void start(Appended appended) {
    try {
      appended.startWith(starter);
    } catch (RuntimeException trouble) {
      LOG.error("Runs were committed but not started; the sweep will find them.", trouble);
    }
  }

  private record Committed(Appended appended, List<Accepted> answers) {}
}
