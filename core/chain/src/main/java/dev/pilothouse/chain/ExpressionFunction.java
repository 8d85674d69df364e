package dev.pilothouse.chain;

/// A function that expressions can call, as it is shown to people.
///
/// @param name by which it is called, such as `text.title`
/// @param signature the call with the names of what it is given, such as `text.truncate(text,
///   length, ending?)`
/// @param gives the kind of its value, in words
/// @param does one sentence
/// @param example an expression
/// @param result what the example gives, as JSON
public record ExpressionFunction(
    String name, String signature, String gives, String does, String example, String result) {
  /// The part of the name before the dot; empty for one without.
  public String family() {
    int dot = name.indexOf('.');
    return dot < 0 ? "" : name.substring(0, dot);
  }
}
