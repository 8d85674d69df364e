package dev.pilothouse.stores;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Journal.Marked;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of the journal, read from all its columns.
final class EntryRows {
  private EntryRows() {}

  /// Newest first; those that there are.
  static List<JournalEntry> of(JdbcClient jdbc, List<EventId> ids) {
    return ids.isEmpty()
        ? List.of()
        : jdbc.sql("select * from journal where id = any(:ids::uuid[]) order by position desc")
            .param("ids", Columns.texts(ids, EventId::toString))
            .query(EntryRows::journalEntry)
            .list();
  }

  static Marked marked(ResultSet row, int number) throws SQLException {
    return new Marked(
        new Mark(Long.parseLong(row.getString("xid")), row.getLong("position")),
        journalEntry(row, number));
  }

  static JournalEntry journalEntry(ResultSet row, int number) throws SQLException {
    return new JournalEntry(
        row.getLong("position"),
        entry(row, number),
        Rows.instant(row, "recorded_at"),
        row.getLong("epoch"));
  }

  static NewEntry entry(ResultSet row, int number) throws SQLException {
    return new NewEntry(
        new EventId(Rows.id(row, "id")),
        new TenantId(Rows.id(row, "tenant_id")),
        event(row),
        change(row),
        row.getString("actor"),
        cause(row),
        to(row));
  }

  private static Optional<Address> to(ResultSet row) throws SQLException {
    Optional<AutomationId> automation =
        Rows.optionalId(row, "to_automation").map(AutomationId::new);
    return automation.isEmpty()
        ? Optional.empty()
        : Optional.of(new Address(automation.get(), parent(row)));
  }

  private static Optional<ParentStep> parent(ResultSet row) throws SQLException {
    Optional<RunId> run = Rows.optionalId(row, "to_run").map(RunId::new);
    return run.isEmpty()
        ? Optional.empty()
        : Optional.of(new ParentStep(run.get(), new StepKey(row.getString("to_step"))));
  }

  private static CloudEvent event(ResultSet row) throws SQLException {
    return new CloudEvent(
        row.getString("source"),
        row.getString("source_id"),
        row.getString("type"),
        row.getString("subject"),
        Rows.instant(row, "time"),
        data(row));
  }

  private static EventData data(ResultSet row) throws SQLException {
    Optional<String> contentType = Rows.optionalText(row, "content_type");
    return contentType.isEmpty()
        ? new EventData.Parsed(new Json(row.getString("data")))
        : new EventData.Raw(
            contentType.get(), Base64.getEncoder().encodeToString(row.getBytes("body")));
  }

  /// Both sides stand in the row or neither does.
  private static Optional<NewEntry.Change> change(ResultSet row) throws SQLException {
    Optional<String> before = Rows.optionalText(row, "before");
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NewEntry.Change(new Json(before.get()), new Json(row.getString("after"))));
  }

  private static Optional<NewEntry.Cause> cause(ResultSet row) throws SQLException {
    Optional<EventId> event = Rows.optionalId(row, "cause_event").map(EventId::new);
    return event.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new NewEntry.Cause(
                event.get(), new RunId(Rows.id(row, "cause_run")), row.getInt("depth")));
  }
}
