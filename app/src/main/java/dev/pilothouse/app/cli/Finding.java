package dev.pilothouse.app.cli;

import java.util.Locale;

/// What the doctor found out about one requirement.
///
/// @param detail where it was found, or what is wrong with it
/// @param advice how to get it; empty where nothing is to be done
record Finding(State state, String name, String detail, String advice) {

  enum State {
    OK,
    /// Not there, and only some things need it.
    NOTE,
    /// Not there, and nothing works without it.
    MISSING;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String name, String detail) {
    return new Finding(State.OK, name, detail, "");
  }

  static Finding note(String name, String detail, String advice) {
    return new Finding(State.NOTE, name, detail, advice);
  }

  static Finding missing(String name, String detail, String advice) {
    return new Finding(State.MISSING, name, detail, advice);
  }
}
