package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import dev.pilothouse.spi.RunStarter;
import dev.pilothouse.stores.EngineEntries.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One step's change and its record in one transaction, made once and only under the newest claim:
/// either both are there or neither, whatever dies when.
final class FencedChange {
  private static final int TRIES = 5;

  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  FencedChange(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  /// What is changed, within the transaction and under the lock of the run.
  interface Work {
    Done make(JdbcClient tx, Telling telling);
  }

  /// @param line what is recorded of the step
  /// @param entries for the journal; none where it was told already
  record Done(Line line, Changed changed, List<NewEntry> entries) {}

  /// The journal as this change writes it: once, with all that is to be told. For work that cannot
  /// go on without the journal's answer; all other hands its entries over.
  final class Telling {
    private final JdbcClient tx;
    private final Cause cause;
    private final List<NewEntry> begins;
    private Optional<Appended> told = Optional.empty();

    private Telling(JdbcClient tx, Cause cause, List<NewEntry> begins) {
      this.tx = tx;
      this.cause = cause;
      this.begins = begins;
    }

    /// Of what follows from the run.
    Cause cause() {
      return cause;
    }

    Appended now(List<NewEntry> entries) {
      if (told.isPresent()) {
        throw new IllegalStateException("The journal was told of this change already.");
      }
      List<NewEntry> all = new ArrayList<>(begins);
      all.addAll(entries);
      Appended appended = journal.append(tx, all);
      told = Optional.of(appended);
      return appended;
    }

    private Appended atLast(List<NewEntry> entries) {
      return told.filter(_ -> entries.isEmpty()).orElseGet(() -> now(entries));
    }
  }

  /// @param before what has to be locked before the run is
  Changed make(Claim claim, Step step, Consumer<JdbcClient> before, Work work) {
    for (int tries = 1; true; tries++) {
      try {
        Result result = database.asSystem(tx -> once(tx, claim, step, before, work));
        result.appended().startWith(starter);
        return result.changed();
      } catch (RuntimeException failure) {
        if (tries == TRIES || CommitFailure.of(failure) != CommitFailure.COLLIDED) {
          throw failure;
        }
      }
    }
  }

  private Result once(
      JdbcClient tx, Claim claim, Step step, Consumer<JdbcClient> before, Work work) {
    before.accept(tx);
    Guard guard = guard(tx, claim);
    Optional<Changed> made = made(tx, claim, step);
    if (made.isPresent()) {
      return new Result(made.get(), Appended.NOTHING);
    }
    return guard.standing() == Standing.MINE
        ? changed(tx, claim, work, guard)
        : new Result(new Changed.Refused(guard.standing()), Appended.NOTHING);
  }

  /// The first line of a run begins it, and that is told before what the work has to tell.
  private Result changed(JdbcClient tx, Claim claim, Work work, Guard guard) {
    Telling telling = new Telling(tx, guard.told().cause(), guard.begins(claim));
    Done done = work.make(tx, telling);
    Writing writing = new Writing(claim, List.of(done.line()), new Turn.Stay());
    LedgerStatement.execute(tx, LargeValues.kept(tx, List.of(writing)));
    return new Result(done.changed(), telling.atLast(done.entries()));
  }

  /// Locks the run, so that no other claim comes between this look and the commit.
  private static Guard guard(JdbcClient tx, Claim claim) {
    return tx.sql(
            """
            select fence, finished_at is null open, started_at is null fresh, ordered, event_id, depth, automation_id, automation
            from run where id = ? for no key update\
            """)
        .param(claim.ref().run().value())
        .query((row, _) ->
            new Guard(
                standing(
                    row.getLong("fence") == claim.fence() && row.getBoolean("open"),
                    row.getBoolean("ordered")),
                row.getBoolean("fresh"),
                new Told(
                    new AutomationId(Rows.id(row, "automation_id")),
                    row.getString("automation"),
                    new Cause(
                        new EventId(Rows.id(row, "event_id")),
                        claim.ref().run(),
                        row.getInt("depth")))))
        .optional()
        .orElseThrow(() -> new IllegalStateException("There is no run " + claim.ref().run() + "."));
  }

  private static Standing standing(boolean mine, boolean ordered) {
    if (!mine) {
      return Standing.LOST;
    }
    return ordered ? Standing.ORDERED : Standing.MINE;
  }

  /// What was made of it already: its outcome, or that it waits for a letter.
  private static Optional<Changed> made(JdbcClient tx, Claim claim, Step step) {
    return StepRows.one(tx, claim.ref().run(), step.key())
        .map(it -> LargeValues.loaded(tx, claim.ref().tenant(), it))
        .flatMap(it ->
            it.outcome()
                .<Changed>map((StepOutcome outcome) -> new Changed.Settled(outcome))
                .or(() -> it.awaiting().map(waits -> new Changed.Waits(waits.due()))));
  }

  /// @param fresh nothing was written of the run yet
  private record Guard(Standing standing, boolean fresh, Told told) {
    List<NewEntry> begins(Claim claim) {
      return fresh ? List.of(EngineEntries.started(claim.ref().tenant(), told)) : List.of();
    }
  }

  private record Result(Changed changed, Appended appended) {}
}
