package dev.pilothouse.stores;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The journal and the intake: delivery, entry and queued runs in one transaction.
public final class PostgresJournal implements Journal {
  /// Every event is acknowledged by one built-in automation until automations can be published.
  private static final String BUILT_IN = "Acknowledge";

  private final Database database;

  public PostgresJournal(Database database) {
    this.database = database;
  }

  @Override
  public Accepted accept(TenantId tenant, String actor, CloudEvent event) {
    return database.asSystem(jdbc -> {
      EventId id = EventId.next();
      return isNew(jdbc, tenant, id, event)
          ? written(jdbc, tenant, actor, id, event)
          : answeredBefore(jdbc, tenant, event);
    });
  }

  /// A concurrent delivery of the same event waits here for the first one's commit.
  private boolean isNew(JdbcClient jdbc, TenantId tenant, EventId id, CloudEvent event) {
    return jdbc.sql(
                """
                insert into delivery (tenant_id, source, source_id, event_id)
                values (:tenant, :source, :sourceId, :id) on conflict do nothing\
                """)
            .param("tenant", tenant.value())
            .param("source", event.source())
            .param("sourceId", event.sourceId())
            .param("id", id.value())
            .update()
        == 1;
  }

  private Accepted written(
      JdbcClient jdbc, TenantId tenant, String actor, EventId id, CloudEvent event) {
    long position =
        jdbc.sql(
                """
                insert into journal (id, tenant_id, source, source_id, type, subject, time, data, actor)
                values (:id, :tenant, :source, :sourceId, :type, :subject, :time, :data::jsonb, :actor)
                returning position\
                """)
            .param("id", id.value())
            .param("tenant", tenant.value())
            .param("source", event.source())
            .param("sourceId", event.sourceId())
            .param("type", event.type())
            .param("subject", event.subject())
            .param("time", Rows.utc(event.time()))
            .param("data", event.data().text())
            .param("actor", actor)
            .query(Long.class)
            .single();
    return new Accepted(id, position, List.of(queued(jdbc, tenant, id)), false);
  }

  private RunId queued(JdbcClient jdbc, TenantId tenant, EventId event) {
    RunId run = RunId.next();
    jdbc.sql("insert into run (id, tenant_id, event_id, automation) values (?, ?, ?, ?)")
        .params(run.value(), tenant.value(), event.value(), BUILT_IN)
        .update();
    return run;
  }

  private Accepted answeredBefore(JdbcClient jdbc, TenantId tenant, CloudEvent event) {
    return jdbc.sql(
            """
            select j.id, j.position, array(select r.id from run r where r.event_id = j.id order by r.id) runs
            from delivery d join journal j on j.id = d.event_id
            where d.tenant_id = :tenant and d.source = :source and d.source_id = :sourceId\
            """)
        .param("tenant", tenant.value())
        .param("source", event.source())
        .param("sourceId", event.sourceId())
        .query((row, _) ->
            new Accepted(
                new EventId(Rows.id(row, "id")),
                row.getLong("position"),
                runs((UUID[]) row.getArray("runs").getArray()),
                true))
        .single();
  }

  private static List<RunId> runs(UUID[] ids) {
    return Arrays.stream(ids).map(RunId::new).toList();
  }
}
