package dev.pilothouse.activities;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Kept;

/// Keeps nothing.
enum NoBooks implements Books {
  BOOKS;

  @Override
  public Kept create(RecordRef record, Json fields) {
    return new Kept.Done(record, Json.NULL, fields, 1);
  }

  @Override
  public Kept change(RecordRef record, long version, Json fields) {
    return new Kept.Done(record, fields, fields, version);
  }

  @Override
  public Kept put(RecordRef record, Json fields) {
    return create(record, fields);
  }

  @Override
  public Kept putContact(String email, Json fields) {
    return create(RecordRef.next(RecordKind.CONTACT), fields);
  }

  @Override
  public Told tell(Notice notice) {
    return new Told(0, false);
  }

  @Override
  public EventId emit(Fact fact) {
    return EventId.next();
  }
}
