package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.OverdueTasks;
import dev.pilothouse.spi.RunStarter;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Notes that a task was told of in the transaction that tells of it. Nothing in the task is
/// another than before: its version stays.
public final class PostgresOverdueTasks implements OverdueTasks {
  private static final String ITSELF = "pilothouse";
  private static final RecordTable TASKS = RecordTable.of(RecordKind.TASK);

  /// Tasks that somebody else is at are left for the next time.
  private static final String TAKE =
      """
      with r as (
        update task set overdue_at = now() where (tenant_id, id) in (
          select tenant_id, id from task where state = 'open' and overdue_at is null and due_at <= now()
          order by due_at limit :limit for no key update skip locked)
        returning *)
      """;

  private final Database database;
  private final JournalWriter journal;
  private final RunStarter starter;

  public PostgresOverdueTasks(Database database, JournalWriter journal, RunStarter starter) {
    this.database = database;
    this.journal = journal;
    this.starter = starter;
  }

  @Override
  public int tell(int limit) {
    Told told =
        database.asSystem(tx -> {
          List<NewEntry> entries = take(tx, limit);
          return new Told(entries.size(), journal.append(tx, entries));
        });
    told.appended().startWith(starter);
    return told.tasks();
  }

  private static List<NewEntry> take(JdbcClient tx, int limit) {
    return tx.sql(TAKE + TASKS.selectFrom("r"))
        .param("limit", limit)
        .query((row, number) ->
            entry(new TenantId(Rows.id(row, "tenant_id")), TASKS.stored(row, number)))
        .list();
  }

  private static NewEntry entry(TenantId tenant, StoredRecord task) {
    EventId id = EventId.next();
    RecordRef record = task.ref();
    return new NewEntry(
        id,
        tenant,
        new CloudEvent(
            ITSELF,
            id.toString(),
            "task.overdue",
            record.subject(),
            Instant.now(),
            new EventData.Parsed(task.fields())),
        Optional.of(new Change(task.fields(), task.fields())),
        ITSELF,
        Optional.empty());
  }

  private record Told(int tasks, Appended appended) {}
}
