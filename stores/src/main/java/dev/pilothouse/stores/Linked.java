package dev.pilothouse.stores;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;

/// A field that names another record, beside which that one's name is shown.
///
/// @param field such as `company_id`
/// @param shown such as `company`; a text of its own where no record is named
record Linked(String field, String shown, RecordKind kind) {
  static final Linked COMPANY = new Linked("company_id", "company", RecordKind.COMPANY);
  static final Linked CONTACT = new Linked("contact_id", "contact", RecordKind.CONTACT);

  String id(String named) {
    return RecordRef.named(kind, named).id();
  }
}
