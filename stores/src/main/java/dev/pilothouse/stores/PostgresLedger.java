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
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.RunStarter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// The ledger of this process: what it claims, it claims under its own id.
public final class PostgresLedger implements Ledger, AutoCloseable {
  private final Database database;
  private final UUID me;
  private final LedgerWriter writer;
  private final BooksChange changes;

  public PostgresLedger(Database database, UUID me, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.me = me;
    writer = new LedgerWriter(database, journal, starter);
    changes = new BooksChange(database, journal, starter);
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
  public List<StepRecord> steps(RunRef run) {
    return database.asSystem(tx ->
        StepRows.of(tx, run.run()).stream()
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
        tx.sql("select id, tenant_id, state, due_at from run where id = any(:runs::uuid[])")
            .param("runs", Columns.texts(List.copyOf(runs), ref -> ref.run().toString()))
            .query((row, _) ->
                new Stand(
                    new RunRef(
                        new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))),
                    RunState.parse(row.getString("state")),
                    Rows.optionalInstant(row, "due_at")))
            .list());
  }

  @Override
  public Unattended takeUnattended(Duration quiet, Collection<RunId> inHand, int limit) {
    return database.asSystem(tx -> new UnattendedStatement(tx, me, quiet, limit).execute(inHand));
  }

  @Override
  public void close() {
    writer.close();
  }
}
