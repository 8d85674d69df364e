package dev.pilothouse.chain;

/// What is wrong with a part of an expression. The expression itself is quoted by whoever tells it.
///
/// @param message without the full stop
record Complaint(Severity severity, String message, String hint) {
  static Complaint of(boolean certain, String message, String hint) {
    return new Complaint(certain ? Severity.ERROR : Severity.WARNING, message, hint);
  }

  Problem at(String path, String expression) {
    String quoting = message + ": " + CelMistakes.quoted(expression) + ".";
    return new Problem(path, quoting, hint, severity, Place.UNKNOWN);
  }
}
