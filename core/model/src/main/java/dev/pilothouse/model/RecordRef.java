package dev.pilothouse.model;

import java.util.UUID;

/// One record of our own.
///
/// @param id ours, or the one that another system gave it; the same for ever
public record RecordRef(RecordKind kind, String id) {
  public static RecordRef next(RecordKind kind) {
    return new RecordRef(kind, TimeOrderedId.next().toString());
  }

  public static RecordRef of(RecordKind kind, UUID id) {
    return new RecordRef(kind, id.toString());
  }

  /// By its id, or as the subject of an event names it: `42` and `deal/42` are the same deal.
  public static RecordRef named(RecordKind kind, String name) {
    String prefix = kind.text() + "/";
    return new RecordRef(kind, name.startsWith(prefix) ? name.substring(prefix.length()) : name);
  }

  /// As events are about it, such as `deal/42`.
  public String subject() {
    return kind.text() + "/" + id;
  }
}
