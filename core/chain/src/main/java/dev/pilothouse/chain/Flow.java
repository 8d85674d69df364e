package dev.pilothouse.chain;

/// What is known behind some steps.
///
/// @param goesOn false behind a `stop`: nothing below is reached
record Flow(TypeScope scope, boolean goesOn) {
  static Flow on(TypeScope scope) {
    return new Flow(scope, true);
  }

  /// Where either way may have been taken.
  Flow or(Flow other) {
    if (goesOn && other.goesOn) {
      return on(scope.or(other.scope));
    }
    return goesOn ? this : other;
  }

  Flow with(TypeScope other) {
    return new Flow(other, goesOn);
  }
}
