package dev.pilothouse.spi;

import dev.pilothouse.model.Person;
import dev.pilothouse.model.SecretHash;
import java.time.Instant;
import java.util.List;

/// Where a person is signed in, for that person alone.
public interface Sessions {
  /// @param id tells one from another; it opens nothing
  /// @param device what the browser said of itself; empty where it said nothing
  record Session(String id, String device, Instant openedAt, Instant endsAt) {}

  /// Those that have not ended, the newest first.
  List<Session> of(Person person);

  /// False when the person has no such session.
  boolean end(Person person, String id);

  /// How many ended.
  int endOthers(Person person, SecretHash sessionToKeep);

  /// As what `of` names the session that this secret opened.
  static String idOf(SecretHash hash) {
    return hash.hex().substring(0, 16);
  }
}
