package dev.pilothouse.chain;

/// A piece of a text, in `char`s.
///
/// @param to the first that does not belong to it
record Span(int from, int to) {
  static final Span NONE = new Span(0, 0);

  boolean isEmpty() {
    return from == to;
  }
}
