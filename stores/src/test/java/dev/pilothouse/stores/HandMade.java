package dev.pilothouse.stores;

import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Records.Search;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A tenant whose records are changed by hand, and looked at.
final class HandMade {
  static final String ACTOR = "person/ada";

  final TenantId tenant;
  private final Stores stores;
  private final PostgresRecords records;

  HandMade(Stores stores) {
    this.stores = stores;
    tenant = stores.tenant();
    records = new PostgresRecords(stores.database());
  }

  Kept create(RecordKind kind, String fields) {
    return create(RecordRef.next(kind), fields);
  }

  Kept create(RecordRef record, String fields) {
    return byHand(books -> books.create(record, new Json(fields)));
  }

  RecordRef created(RecordKind kind, String fields) {
    return done(create(kind, fields)).record();
  }

  Kept change(RecordRef record, String fields) {
    return byHand(books -> books.change(record, Books.ANY_VERSION, new Json(fields)));
  }

  Kept put(RecordRef record, String fields) {
    return byHand(books -> books.put(record, new Json(fields)));
  }

  Kept putContact(String email, String fields) {
    return byHand(books -> books.putContact(email, new Json(fields)));
  }

  <T> T byHand(Function<Books, T> work) {
    return desk().byHand(tenant, ACTOR, work);
  }

  PostgresDesk desk() {
    return new PostgresDesk(stores.database(), stores.door(), stores.started());
  }

  static Kept.Done done(Kept kept) {
    if (kept instanceof Kept.Done done) {
      return done;
    }
    throw new AssertionError(kept.toString());
  }

  Optional<StoredRecord> find(RecordRef record) {
    return records.find(tenant, record);
  }

  String fields(RecordRef record) {
    return find(record).orElseThrow().fields().text();
  }

  /// Ids of all that is found, newest first.
  List<String> found(RecordKind kind, String words, Map<String, String> filters) {
    return page(kind, new Search(words, filters), Optional.empty(), 100).stream()
        .map(it -> it.ref().id())
        .toList();
  }

  List<StoredRecord> page(RecordKind kind, Search search, Optional<Long> cursor, int limit) {
    return records.page(tenant, kind, search, cursor, limit);
  }

  /// What the journal tells about it, oldest first.
  List<NewEntry> told(String subject) {
    Journal.Filter of = new Journal.Filter("", subject, "", Optional.empty(), Optional.empty());
    return stores.journal().page(tenant, of, Optional.empty(), 100).reversed().stream()
        .map(JournalEntry::entry)
        .toList();
  }

  List<String> types(String subject) {
    return told(subject).stream().map(entry -> entry.event().type()).toList();
  }
}
