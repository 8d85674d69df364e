package dev.pilothouse.stores;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import dev.pilothouse.spi.RunStarter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes our own records and settles the step in one transaction: either both are there or
/// neither, so the change happens exactly once whatever dies when.
final class BooksChange {
  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  BooksChange(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  Changed change(Claim claim, Step step, Json input, Function<Books, StepOutcome> work) {
    Result result =
        database.asSystem(tx -> {
          Guard guard = guard(tx, claim);
          Optional<StepOutcome> settled = settled(tx, claim, step);
          if (settled.isPresent()) {
            return Result.of(new Changed.Settled(settled.get()));
          }
          return guard.standing() == Standing.MINE
              ? changed(tx, guard, claim, step, input, work)
              : Result.of(new Changed.Refused(guard.standing()));
        });
    result.appended().startWith(starter);
    return result.changed();
  }

  private Result changed(
      JdbcClient tx,
      Guard guard,
      Claim claim,
      Step step,
      Json input,
      Function<Books, StepOutcome> work) {
    PostgresBooks books =
        new PostgresBooks(
            tx, claim.ref(), new Cause(guard.event(), claim.ref().run(), guard.depth()));
    StepOutcome outcome = work.apply(books);
    Writing writing =
        new Writing(claim, List.of(new Line.Settle(step, input, outcome)), new Turn.Stay());
    List<NewEntry> entries =
        new ArrayList<>(
            EngineEntries.of(LedgerStatement.execute(tx, LargeValues.kept(tx, List.of(writing)))));
    entries.addAll(books.entries());
    return new Result(new Changed.Settled(outcome), journal.append(tx, entries));
  }

  /// Locks the run, so that no other claim comes between this look and the commit.
  private static Guard guard(JdbcClient tx, Claim claim) {
    return tx.sql(
            """
            select fence, finished_at is null open, ordered, event_id, depth from run where id = ? for no key update\
            """)
        .param(claim.ref().run().value())
        .query((row, _) ->
            new Guard(
                standing(
                    row.getLong("fence") == claim.fence() && row.getBoolean("open"),
                    row.getBoolean("ordered")),
                new EventId(Rows.id(row, "event_id")),
                row.getInt("depth")))
        .optional()
        .orElseThrow(() -> new IllegalStateException("There is no run " + claim.ref().run() + "."));
  }

  private static Standing standing(boolean mine, boolean ordered) {
    if (!mine) {
      return Standing.LOST;
    }
    return ordered ? Standing.ORDERED : Standing.MINE;
  }

  private static Optional<StepOutcome> settled(JdbcClient tx, Claim claim, Step step) {
    return StepRows.of(tx, claim.ref().run()).stream()
        .filter(it -> it.key().equals(step.key()))
        .map(it -> LargeValues.loaded(tx, claim.ref().tenant(), it))
        .findFirst()
        .flatMap(it -> it.outcome());
  }

  private record Guard(Standing standing, EventId event, int depth) {}

  private record Result(Changed changed, Appended appended) {
    static Result of(Changed changed) {
      return new Result(changed, Appended.NOTHING);
    }
  }
}
