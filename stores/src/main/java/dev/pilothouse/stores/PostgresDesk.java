package dev.pilothouse.stores;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Desk;
import dev.pilothouse.spi.RunStarter;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes by hand: the records, their journal entries and the runs that these cause in one
/// transaction.
public final class PostgresDesk implements Desk {
  private static final int ATTEMPTS = 5;

  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresDesk(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  @Override
  public <T> T byHand(TenantId tenant, String actor, Function<Books, T> work) {
    Done<T> done = committed(new Maker.Hand(tenant, actor), work, 1);
    done.appended().startWith(starter);
    return done.result();
  }

  @Override
  public <T> T tryOut(TenantId tenant, String owner, Function<Books, T> work) {
    Maker maker = new Maker.Trial(tenant, owner);
    return database.undoneAsSystem(tx -> {
      givesWay(tx);
      return work.apply(new PostgresBooks(tx, maker));
    });
  }

  /// Whoever means it does not wait for who only tries: this ends before a deadlock is looked for.
  private static void givesWay(JdbcClient tx) {
    tx.sql("select set_config('lock_timeout', '500ms', true)").query(String.class).single();
  }

  private <T> Done<T> committed(Maker maker, Function<Books, T> work, int attempt) {
    try {
      return database.asSystem(tx -> {
        PostgresBooks books = new PostgresBooks(tx, maker);
        T result = work.apply(books);
        return new Done<>(result, journal.append(tx, books.entries()));
      });
    } catch (RuntimeException failure) {
      if (attempt < ATTEMPTS && CommitFailure.of(failure) == CommitFailure.COLLIDED) {
        return committed(maker, work, attempt + 1);
      }
      throw failure;
    }
  }

  private record Done<T>(T result, Appended appended) {}
}
