package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.RunStarter;
import dev.pilothouse.stores.AutomationEntry.Stand;
import dev.pilothouse.stores.PublicationWrites.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Changes what new events start, and tells of it in the history and in the journal, all in one
/// transaction. Works as the system, since it passes the journal's door.
public final class PostgresPublications implements Publications {
  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresPublications(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  @Override
  public Answer publish(Order order, String seen) {
    return decided(order, held -> AutomationRules.publish(held, seen));
  }

  @Override
  public Answer rollBack(Order order, VersionId to) {
    return decided(order, held -> AutomationRules.rollBack(held, to));
  }

  @Override
  public Answer pause(Order order) {
    return decided(order, AutomationRules::pause);
  }

  @Override
  public Answer resume(Order order) {
    return decided(order, AutomationRules::resume);
  }

  @Override
  public Answer archive(Order order) {
    return decided(order, AutomationRules::archive);
  }

  @Override
  public Answer restore(Order order) {
    return decided(order, AutomationRules::restore);
  }

  @Override
  public List<Publication> history(
      TenantId tenant, AutomationId automation, Optional<Long> before, int limit) {
    return database.as(tenant, jdbc -> PublicationRows.newest(jdbc, automation, before, limit));
  }

  @Override
  public List<InForce> inForce(
      TenantId tenant, AsOf moment, Optional<AutomationId> after, int limit) {
    return database.as(tenant, jdbc -> PublicationRows.inForce(jdbc, tenant, moment, after, limit));
  }

  @Override
  public Optional<InForce> inForce(TenantId tenant, AutomationId automation, AsOf moment) {
    return database.as(tenant, jdbc -> PublicationRows.inForce(jdbc, tenant, automation, moment));
  }

  @Override
  public Optional<Publication> next(TenantId tenant, AutomationId automation, AsOf moment) {
    return database.as(tenant, jdbc -> PublicationRows.next(jdbc, automation, moment));
  }

  /// Decides under the lock of the automation's row: of two people one is first, and the other one
  /// is told what the first one did.
  private Answer decided(Order order, Function<HeldAutomation, Decision> rule) {
    try {
      Done done =
          database.asSystem(tx ->
              HeldAutomation.of(tx, order)
                  .map(held -> carriedOut(tx, order, held, rule.apply(held)))
                  .orElse(Done.without(new Answer.NoSuch())));
      done.appended().startWith(starter);
      return done.answer();
    } catch (DuplicateKeyException nameTaken) {
      return new Answer.NameTaken();
    }
  }

  private Done carriedOut(JdbcClient tx, Order order, HeldAutomation held, Decision decision) {
    return switch (decision) {
      case Decision.Stay(Answer answer) -> Done.without(answer);
      case Decision.Move move -> moved(tx, order, held, move);
    };
  }

  /// The entry comes before the change of the index: it is matched with the index that it ends. An
  /// index that is read on the way, within this transaction, must hold nothing that is not
  /// committed yet: others match with it too.
  private Done moved(JdbcClient tx, Order order, HeldAutomation held, Decision.Move move) {
    PublicationWrites writes = new PublicationWrites(tx, order);
    if (move.change() == Change.PUBLISHED) {
      writes.keepDraft();
    }
    Optional<Named> named = move.version().map(writes::named);
    Optional<NumberedVersion> version = named.map(Named::version);
    Appended appended =
        journal.append(
            tx,
            List.of(
                AutomationEntry.of(
                    order,
                    named.map(Named::name).orElse(held.name()),
                    move.change(),
                    new Stand(held.state(), held.version()),
                    new Stand(move.to(), version))));
    writes.stand(move.to(), version);
    long epoch = writes.raiseEpoch();
    return new Done(
        new Answer.Done(writes.tell(move.change(), move.to(), version, epoch)), appended);
  }

  private record Done(Answer answer, Appended appended) {
    static Done without(Answer answer) {
      return new Done(answer, Appended.NOTHING);
    }
  }
}
