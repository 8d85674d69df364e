package dev.pilothouse.stores;

import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.RunStarter;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;

/// The ledger of this process: what it claims, it claims under its own id.
public final class PostgresLedger implements Ledger, AutoCloseable {
  private final Database database;
  private final UUID me;
  private final LedgerWriter writer;
  private final BooksChange changes;
  private final Listening listening;
  private final CalledRuns calls;

  /// @param handover what called automations want to be handed over
  public PostgresLedger(
      Database database, UUID me, JournalWriter journal, RunStarter starter, Handover handover) {
    this.database = database;
    this.me = me;
    writer = new LedgerWriter(database, journal, starter);
    FencedChange fenced = new FencedChange(database, journal, starter);
    changes = new BooksChange(fenced);
    listening = new Listening(database, fenced);
    calls = new CalledRuns(fenced, handover);
  }

  @Override
  public List<Claimed> claim(Collection<RunRef> runs) {
    return runs.isEmpty()
        ? List.of()
        : database.asSystem(tx -> LargeValues.loaded(tx, ClaimStatement.execute(tx, me, runs)));
  }

  @Override
  public CompletableFuture<Standing> write(Writing writing) {
    return PatientWrites.until(() -> writer.write(writing));
  }

  @Override
  public Changed change(Claim claim, Step step, Json input, Function<Books, StepOutcome> work) {
    return changes.change(claim, step, input, work);
  }

  @Override
  public Changed listen(Claim claim, Step step, Subscription subscription, Instant until) {
    return listening.listen(claim, step, subscription, until);
  }

  @Override
  public Changed call(
      Claim claim, Step step, String automation, Json input, Optional<Instant> until) {
    return calls.call(claim, step, automation, input, until);
  }

  @Override
  public List<Letter> letters(Claim claim) {
    return database.asSystem(tx -> LetterRows.read(tx, claim));
  }

  @Override
  public List<StepRecord> steps(RunRef run) {
    return database.asSystem(tx ->
        StepRows.ahead(tx, run.run()).stream()
            .map(step -> LargeValues.loaded(tx, run.tenant(), step))
            .toList());
  }

  @Override
  public List<GivenOrder> orders(RunRef run) {
    return database.asSystem(tx ->
        OrderRows.of(tx, run.run()).stream()
            .filter(order -> order.carriedOutAt().isEmpty())
            .toList());
  }

  @Override
  public List<Stand> stands(Collection<RunRef> runs) {
    return database.asSystem(tx ->
        tx.sql(
                """
                select r.id, r.tenant_id, r.automation, r.state, r.due_at, r.concurrency_key is not null and exists (
                  select from run e where e.tenant_id = r.tenant_id and e.automation_id = r.automation_id
                    and e.concurrency_key = r.concurrency_key and e.finished_at is null
                    and (e.position, e.id) < (r.position, r.id)) behind
                from run r where r.id = any(:runs::uuid[])\
                """)
            .param("runs", Columns.texts(List.copyOf(runs), ref -> ref.run().toString()))
            .query((row, _) ->
                new Stand(
                    new RunRef(
                        new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))),
                    row.getString("automation"),
                    RunState.parse(row.getString("state")),
                    Rows.optionalInstant(row, "due_at"),
                    row.getBoolean("behind")))
            .list());
  }

  @Override
  public Unattended takeUnattended(Duration quiet, Collection<RunId> inHand, int limit) {
    List<RunRef> ordered = database.asSystem(PendingOrders::showAll);
    Unattended found =
        database.asSystem(tx -> new UnattendedStatement(tx, me, quiet, limit).execute(inHand));
    return new Unattended(
        found.stopped(), Stream.concat(found.asleep().stream(), ordered.stream()).toList());
  }

  @Override
  public void close() {
    writer.close();
  }
}
