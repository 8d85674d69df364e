package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.util.Locale;
import java.util.Optional;

/// One thing in which two definitions differ.
///
/// @param path where, such as `/steps/billing/timeout`: a JSON pointer in which steps stand by
///   their ids, so that it stays the same when other steps come and go
/// @param before what stood there; empty for what is new. Of a moved step its place
/// @param after what stands there now; empty for what is gone
/// @param words the same for people
public record Difference(
    Kind kind, String path, Optional<Json> before, Optional<Json> after, String words) {
  /// The names are sent in lower case.
  public enum Kind {
    ADDED,
    REMOVED,
    MOVED,
    CHANGED;

    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
