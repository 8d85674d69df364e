package dev.pilothouse.model;

/// What an author works on: a definition that was read, and the text it was read from.
public record Draft(Json definition, WrittenText source) {
  private static final int TAG_LENGTH = 16;

  /// For who writes JSON.
  public static Draft of(Json definition) {
    return new Draft(definition, new WrittenText(SourceFormat.JSON, definition.text()));
  }

  /// By which two people tell whether they saw the same draft. Of the text and not of a counter: a
  /// database that went back in time must not take a later draft for an earlier one.
  public String tag() {
    return Hashes.sha256(source.format().text() + "\n" + source.text()).substring(0, TAG_LENGTH);
  }
}
