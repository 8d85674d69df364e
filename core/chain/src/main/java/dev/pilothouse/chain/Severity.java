package dev.pilothouse.chain;

/// What a problem keeps its author from.
public enum Severity {
  /// The definition cannot be carried out as it stands: it is refused.
  ERROR("error"),
  /// It may be meant so: it is kept and said.
  WARNING("warning");

  private final String text;

  Severity(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }
}
