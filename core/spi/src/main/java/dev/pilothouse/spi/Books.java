package dev.pilothouse.spi;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordRef;

/// Our own records as seen from within one transaction: the one door to them, for people, programs
/// and steps alike. Every change writes its journal entries, with before and after, in the same
/// transaction.
///
/// Fields are JSON objects. JSON null, or a text with nothing in it, takes a field away.
public interface Books {
  /// Changes the record whatever its version is.
  long ANY_VERSION = 0;

  Kept create(RecordRef record, Json fields);

  /// @param version of the record as it was read, so that nobody overwrites what they have not
  ///   seen; or [#ANY_VERSION]
  /// @param fields what is not named stays
  Kept change(RecordRef record, long version, Json fields);

  /// Changes a record, or makes it where there is none yet.
  ///
  /// @param fields what is not named stays
  Kept put(RecordRef record, Json fields);

  /// Changes the contact with this address, or makes it where there is none yet.
  Kept putContact(String email, Json fields);

  /// Tells people something within the house.
  Told tell(Notice notice);

  /// Writes an entry of its own into the journal; automations hear it like any event.
  EventId emit(Fact fact);

  /// @param to the address of a person, `role:` and a role, or `owner` for whoever owns the
  ///   automation
  /// @param about what it is about, such as `deal/42`; empty for what the run is about
  record Notice(String to, String text, String about) {}

  /// @param people how many are told
  /// @param instead `to` reaches nobody, so the administrators are told: nothing is said to nobody
  record Told(int people, boolean instead) {}

  /// @param type none of [dev.pilothouse.model.OwnEventTypes]
  /// @param subject empty for none
  record Fact(String type, String subject, Json data) {}
}
