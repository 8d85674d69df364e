package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Ledger.Writing;
import dev.pilothouse.spi.RunStarter;
import dev.pilothouse.stores.LedgerStatement.Move;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets all walks of this process share the commits of what they reserve and settle.
final class LedgerWriter implements AutoCloseable {
  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;
  private final GroupWriter<Writing, Standing> group;

  LedgerWriter(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
    group =
        new GroupWriter<>(
            "ledger",
            GroupWriter.Bounds.USUAL,
            new GroupWriter.Shape<>(writing -> writing.claim().ref().run(), LedgerWriter::weight),
            this::commit);
  }

  CompletableFuture<Standing> write(Writing writing) {
    return group.submit(writing);
  }

  @Override
  public void close() {
    group.close();
  }

  private List<Standing> commit(List<Writing> writings) {
    Committed committed = database.asSystem(tx -> written(tx, writings));
    committed.appended().startWith(starter);
    if (!committed.freed().isEmpty()) {
      starter.freed(committed.freed());
    }
    return writings.stream().map(committed::standing).toList();
  }

  private Committed written(JdbcClient tx, List<Writing> writings) {
    OrderRows.carriedOut(tx, writings);
    List<Written> written = LedgerStatement.execute(tx, LargeValues.kept(tx, writings));
    List<RunRef> freed = new ArrayList<>(LetterRows.ofEnds(tx, written));
    List<NewEntry> entries = new ArrayList<>(EngineEntries.of(written));
    entries.addAll(WaitingEntries.of(tx, writings, written));
    Appended appended = journal.append(tx, entries);
    freed.addAll(TurnRows.next(tx, written));
    freed.addAll(CancelledCalls.order(tx, written));
    written.stream().filter(Written::canGoOn).map(Written::ref).forEach(freed::add);
    FailureNotices.tell(tx, written);
    return new Committed(
        written.stream().collect(Collectors.toMap(it -> it.ref().run(), Function.identity())),
        appended,
        freed);
  }

  private static long weight(Writing writing) {
    return 200 + writing.lines().stream().mapToLong(LedgerWriter::weight).sum();
  }

  private static long weight(Line line) {
    return switch (line) {
      case Line.Reserve reserve -> reserve.input().text().length();
      case Line.Await await -> await.input().text().length();
      case Line.Advance advance -> advance.progress().results().text().length();
      case Line.Settle settle ->
          settle.input().text().length()
              + StoredOutcome.of(settle.outcome()).output().map(String::length).orElse(0);
    };
  }

  /// @param freed runs that can go on now and that nobody owns
  private record Committed(Map<RunId, Written> runs, Appended appended, List<RunRef> freed) {
    Standing standing(Writing writing) {
      Optional<Written> found = Optional.ofNullable(runs.get(writing.claim().ref().run()));
      if (found.filter(it -> it.open() && it.fence() == writing.claim().fence()).isEmpty()) {
        return Standing.LOST;
      }
      boolean moved = found.flatMap(Written::move).filter(Move::ended).isPresent();
      return found.get().live() || moved ? Standing.MINE : Standing.ORDERED;
    }
  }
}
