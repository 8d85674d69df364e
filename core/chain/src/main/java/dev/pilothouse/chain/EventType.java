package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import java.util.Optional;

/// What is known of events of one type before any of them came. What they carry beside is theirs:
/// no event is refused for it.
///
/// @param name such as `crm.deal.won`
/// @param title for people
/// @param about one or two sentences for people
/// @param ours Pilothouse writes such events itself; what it writes always fits
/// @param data JSON Schema of `data`
/// @param change of what it tells of a change; from outside no event has one
/// @param example a whole event; valid by the schemas
public record EventType(
    String name,
    String title,
    String about,
    boolean ours,
    Json data,
    Optional<Change> change,
    Json example) {

  /// JSON Schemas of `before` and `after`.
  public record Change(Json before, Json after) {}
}
