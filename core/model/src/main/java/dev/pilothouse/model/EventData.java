package dev.pilothouse.model;

/// What an event carries: JSON where the sender says so, any other content untouched.
public sealed interface EventData {
  EventData NONE = new Parsed(Json.NULL);

  record Parsed(Json json) implements EventData {}

  /// @param contentType as the sender named it, such as `text/csv`
  /// @param base64 the bytes, as CloudEvents writes them into JSON
  record Raw(String contentType, String base64) implements EventData {}
}
