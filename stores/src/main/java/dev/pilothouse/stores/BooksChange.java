package dev.pilothouse.stores;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes our own records and settles the step in one transaction.
final class BooksChange {
  private final FencedChange fenced;

  BooksChange(FencedChange fenced) {
    this.fenced = fenced;
  }

  /// A change that can never be made fails its step, for good: the run would come back with each
  /// sweep otherwise, and end never.
  Changed change(Claim claim, Step step, Json input, Function<Books, StepOutcome> work) {
    try {
      return changedNow(claim, step, input, work);
    } catch (RuntimeException failure) {
      StepError error = ImpossibleChange.of(failure).orElseThrow(() -> failure);
      return changedNow(claim, step, input, _ -> new StepOutcome.Failed(error));
    }
  }

  private Changed changedNow(
      Claim claim, Step step, Json input, Function<Books, StepOutcome> work) {
    return fenced.make(
        claim,
        step,
        _ -> {},
        (tx, telling) -> changed(tx, telling.cause(), claim, step, input, work));
  }

  private static FencedChange.Done changed(
      JdbcClient tx,
      Cause cause,
      Claim claim,
      Step step,
      Json input,
      Function<Books, StepOutcome> work) {
    PostgresBooks books = new PostgresBooks(tx, new Maker.Step(claim.ref(), cause));
    StepOutcome outcome = work.apply(books);
    return new FencedChange.Done(
        new Line.Settle(step, input, outcome), new Changed.Settled(outcome), books.entries());
  }
}
