package dev.pilothouse.chain;

/// One value that a function is given.
///
/// @param optional may be left out, with all after it
record Parameter(String name, Kind kind, boolean optional) {
  @Override
  public String toString() {
    return optional ? name + "?" : name;
  }
}
