package dev.pilothouse.actions;

import dev.pilothouse.actions.schema.JsonTree;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Books that note what they were told and answer as real ones do.
public final class NotedBooks implements Books {
  public record Noted(String how, RecordRef record, String fields) {}

  private final List<Noted> noted = new ArrayList<>();
  private final List<Notice> notices = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();

  public List<Noted> noted() {
    return List.copyOf(noted);
  }

  public List<Notice> notices() {
    return List.copyOf(notices);
  }

  public List<Fact> facts() {
    return List.copyOf(facts);
  }

  public boolean isUntouched() {
    return noted.isEmpty() && notices.isEmpty() && facts.isEmpty();
  }

  @Override
  public Kept create(RecordRef record, Json fields) {
    return note("create", record, fields);
  }

  @Override
  public Kept change(RecordRef record, long version, Json fields) {
    return note("change", record, fields);
  }

  @Override
  public Kept put(RecordRef record, Json fields) {
    return note("put", record, fields);
  }

  @Override
  public Kept putContact(String email, Json fields) {
    return note("put", new RecordRef(RecordKind.CONTACT, email), fields);
  }

  @Override
  public Told tell(Notice notice) {
    notices.add(notice);
    return new Told(2, false);
  }

  @Override
  public EventId emit(Fact fact) {
    facts.add(fact);
    return EventId.next();
  }

  private Kept note(String how, RecordRef record, Json fields) {
    noted.add(new Noted(how, record, fields.text()));
    ObjectNode after = defaults(record);
    after.setAll((ObjectNode) JsonTree.of(fields));
    return new Kept.Done(record, Json.NULL, JsonTree.text(after), 1);
  }

  /// What real books add by themselves.
  private static ObjectNode defaults(RecordRef record) {
    ObjectNode fields = JsonTree.object().put("id", record.id());
    return switch (record.kind()) {
      case TASK -> fields.put("title", "A task").put("state", "open");
      case ACTIVITY -> fields.put("kind", "note").put("at", "2027-01-15T08:00:00Z");
      case CONTACT -> fields.put("email", record.id());
      case COMPANY, DEAL -> fields;
    };
  }
}
