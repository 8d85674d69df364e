package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.stores.RecordTable.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.node.ObjectNode;

/// Our own records within one transaction; gathers the journal entries of each change.
final class PostgresBooks implements Books {
  private final JdbcClient tx;
  private final Maker maker;
  private final List<NewEntry> entries = new ArrayList<>();

  PostgresBooks(JdbcClient tx, Maker maker) {
    this.tx = tx;
    this.maker = maker;
  }

  List<NewEntry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public Kept create(RecordRef record, Json fields) {
    return made(record, JsonObjects.of(fields))
        .orElseGet(() -> new Kept.Taken(record, "the id '" + record.id() + "'"));
  }

  @Override
  public Kept change(RecordRef record, long version, Json fields) {
    return lock(record)
        .map(found ->
            version == ANY_VERSION || version == found.version()
                ? changed(found, JsonObjects.of(fields))
                : new Kept.Outdated(record, found.version()))
        .orElseGet(() -> new Kept.NoSuch(record));
  }

  /// Where somebody else is quicker to make it, it is there to be changed.
  @Override
  public Kept put(RecordRef record, Json fields) {
    ObjectNode given = JsonObjects.of(fields);
    return lock(record)
        .map(found -> changed(found, given))
        .or(() -> made(record, given))
        .orElseGet(() -> put(record, fields));
  }

  @Override
  public Kept putContact(String email, Json fields) {
    Json given = JsonObjects.text(JsonObjects.of(fields).put("email", email));
    return FieldRule.Email.kept(email)
        .flatMap(this::holder)
        .map(holder -> put(holder, given))
        .orElseGet(() -> create(RecordRef.next(RecordKind.CONTACT), given));
  }

  @Override
  public Told tell(Notice notice) {
    return NoticeBoard.of(tx, maker).pin(notice);
  }

  @Override
  public EventId emit(Fact fact) {
    return write(source(), fact.type(), fact.subject(), fact.data(), Optional.empty());
  }

  /// Whatever an automation says is its own word, not that of our records.
  private String source() {
    return switch (maker) {
      case Maker.Step step -> "automation/" + automation(step.run().run());
      case Maker.Hand _, Maker.Trial _ -> NewEntry.OURSELVES;
    };
  }

  private String automation(RunId run) {
    return tx.sql("select automation_id::text from run where id = ?")
        .param(run.value())
        .query(String.class)
        .single();
  }

  private Optional<Row> lock(RecordRef record) {
    return table(record).lock(tx, maker.tenant(), record.id());
  }

  /// Empty where there is one of this id.
  private Optional<Kept> made(RecordRef record, ObjectNode given) {
    RecordDraft draft = new RecordDraft(record).with(given, this::name);
    return objection(record, draft)
        .or(() ->
            table(record)
                .insert(tx, maker.tenant(), record, draft.fields(), maker.actor())
                .map(row -> told(draft, Json.NULL, row)));
  }

  private Kept changed(Row found, ObjectNode given) {
    RecordRef record = found.ref();
    RecordDraft draft = new RecordDraft(record, found.own()).with(given, this::name);
    return objection(record, draft)
        .orElseGet(() ->
            draft.changesNothing()
                ? new Kept.Done(record, found.record(), found.record(), found.version())
                : told(
                    draft,
                    found.record(),
                    table(record).update(tx, maker.tenant(), record, draft.fields())));
  }

  private Optional<Kept> objection(RecordRef record, RecordDraft draft) {
    if (!draft.misfits().isEmpty()) {
      return Optional.of(new Kept.Unfit(record, draft.misfits()));
    }
    String email = draft.fields().path("email").asString("");
    return record.kind() == RecordKind.CONTACT && draft.changes("email")
        ? holder(email)
            .filter(holder -> !holder.equals(record))
            .map(holder -> new Kept.Taken(holder, "the e-mail '" + email + "'"))
        : Optional.empty();
  }

  private Optional<RecordRef> holder(String email) {
    ContactEmail address = new ContactEmail(maker.tenant(), email);
    address.lock(tx);
    return address.holder(tx);
  }

  private Kept told(RecordDraft draft, Json before, Row row) {
    List<String> events = new ArrayList<>(RecordEvents.of(row.ref(), before, row.record()));
    if (row.ref().kind() == RecordKind.TASK && draft.changes("due") && isOverdue(draft, row)) {
      events.add("task.overdue");
    }
    Change change = new Change(before, row.record());
    String subject = RecordEvents.subject(row.ref(), row.record());
    events.forEach(
        type -> write(NewEntry.OURSELVES, type, subject, row.record(), Optional.of(change)));
    return new Kept.Done(row.ref(), before, row.record(), row.version());
  }

  private boolean isOverdue(RecordDraft draft, Row row) {
    String due = draft.fields().path("due").asString("");
    return TaskDue.set(tx, maker.tenant(), row.ref(), due);
  }

  private Optional<String> name(RecordRef record) {
    return table(record).find(tx, maker.tenant(), record.id()).map(it -> nameIn(it.fields()));
  }

  private static String nameIn(Json record) {
    ObjectNode fields = JsonObjects.of(record);
    return fields.path("name").asString(fields.path("email").asString(""));
  }

  private static RecordTable table(RecordRef record) {
    return RecordTable.of(record.kind());
  }

  private EventId write(
      String source, String type, String subject, Json data, Optional<Change> change) {
    EventId id = EventId.next();
    entries.add(
        new NewEntry(
            id,
            maker.tenant(),
            new CloudEvent(
                source, id.toString(), type, subject, Instant.now(), new EventData.Parsed(data)),
            change,
            maker.actor(),
            maker.cause()));
    return id;
  }
}
