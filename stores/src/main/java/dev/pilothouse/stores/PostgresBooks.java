package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.Books;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Our own records within one transaction; gathers the journal entry of each change.
final class PostgresBooks implements Books {
  private final JdbcClient tx;
  private final RunRef run;
  private final Cause cause;
  private final List<NewEntry> entries = new ArrayList<>();

  PostgresBooks(JdbcClient tx, RunRef run, Cause cause) {
    this.tx = tx;
    this.run = run;
    this.cause = cause;
  }

  List<NewEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public Json updateDeal(String id, Json fields) {
    Json before = deal(id);
    Json after =
        tx.sql(
                """
                insert into deal (tenant_id, id, fields) values (:tenant, :id, jsonb_strip_nulls(:fields::jsonb))
                on conflict (tenant_id, id) do update
                  set fields = jsonb_strip_nulls(deal.fields || :fields::jsonb), version = deal.version + 1, changed_at = now()
                returning jsonb_build_object('id', id) || fields as record\
                """)
            .param("tenant", run.tenant().value())
            .param("id", id)
            .param("fields", fields.text())
            .query((row, _) -> new Json(row.getString("record")))
            .single();
    write(dealEvent(before, after), "deal/" + id, before, after);
    return after;
  }

  @Override
  public Json createTask(NewTask task) {
    Json after =
        tx.sql(
                """
                insert into task (id, tenant_id, title, body, assignee, due_at, created_by)
                values (:id, :tenant, :title, :body, :assignee, :due, :by)
                returning jsonb_strip_nulls(jsonb_build_object(
                  'id', id, 'title', title, 'body', body, 'assignee', assignee, 'due', due_at, 'state', state)) as record\
                """)
            .param("id", task.id())
            .param("tenant", run.tenant().value())
            .param("title", task.title())
            .param("body", task.body())
            .param("assignee", task.assignee())
            .param("due", task.due().map(Rows::utc).orElse(null))
            .param("by", "run/" + run.run())
            .query((row, _) -> new Json(row.getString("record")))
            .single();
    write("task.created", "task/" + task.id(), Json.NULL, after);
    return after;
  }

  /// Locked, so that before and after belong together.
  private Json deal(String id) {
    return tx.sql(
            """
            select jsonb_build_object('id', id) || fields as record from deal
            where tenant_id = ? and id = ? for no key update\
            """)
        .params(run.tenant().value(), id)
        .query((row, _) -> new Json(row.getString("record")))
        .optional()
        .orElse(Json.NULL);
  }

  private static String dealEvent(Json before, Json after) {
    if (before.equals(Json.NULL)) {
      return "crm.deal.created";
    }
    return DealStage.of(before).equals(DealStage.of(after))
        ? "crm.deal.updated"
        : "crm.deal.stage_changed";
  }

  private void write(String type, String subject, Json before, Json after) {
    EventId id = EventId.next();
    entries.add(
        new NewEntry(
            id,
            run.tenant(),
            new CloudEvent(
                "pilothouse",
                id.toString(),
                type,
                subject,
                Instant.now(),
                new EventData.Parsed(after)),
            Optional.of(new Change(before, after)),
            "run/" + run.run(),
            Optional.of(cause)));
  }
}
