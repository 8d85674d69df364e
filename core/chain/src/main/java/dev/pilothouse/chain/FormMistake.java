package dev.pilothouse.chain;

/// A text does not keep to the form of JSON or YAML.
///
/// @param span what is pointed at
record FormMistake(Span span, String message, String hint) {
  /// @param offset where a word begins, or nothing more comes
  static FormMistake at(int offset, String message, String hint) {
    return new FormMistake(new Span(offset, offset), message, hint);
  }
}
