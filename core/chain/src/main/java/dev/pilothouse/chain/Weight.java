package dev.pilothouse.chain;

import java.util.Map;

/// How much work it is for a function to go through a value it is given. In ticks of three
/// nanoseconds or so; to work out one part of an expression takes sixteen.
///
/// @param perValue ticks for each value that it goes through
/// @param perText ticks for each 16 characters
record Weight(Depth depth, int perValue, int perText) {
  /// To work out one part of an expression.
  static final int STEP = 16;

  private static final int LETTERS = 16;

  /// Looks at the value itself, however large it is.
  static final Weight NOTHING = new Weight(Depth.NOT, 0, 0);

  /// Goes once through a text, but not through a list.
  static final Weight TEXTS = new Weight(Depth.NOT, 0, 4);

  /// Goes once through a text or a list.
  static final Weight ONCE = new Weight(Depth.ITSELF, STEP, 4);

  /// Compares with all that is in it.
  static final Weight COMPARED = new Weight(Depth.WHOLE, STEP, 2);

  /// Compares with each item of a list, and finds a key of an object at once.
  static final Weight SOUGHT = new Weight(Depth.LISTS, 4, 1);

  /// Does something with all that is in it, and with every character.
  static final Weight WHOLE = new Weight(Depth.WHOLE, 4 * STEP, 16 * STEP);

  private enum Depth {
    NOT,
    ITSELF,
    WHOLE,
    LISTS
  }

  Weight times(int more) {
    return new Weight(depth, perValue * more, perText * more);
  }

  long ticks(Object value) {
    return value instanceof String text
        ? (long) text.length() * perText / LETTERS
        : ticksThrough(value);
  }

  private long ticksThrough(Object value) {
    return switch (depth) {
      case NOT -> 0;
      case ITSELF -> (long) perValue * Scales.held(value);
      case WHOLE -> whole(Extent.of(value));
      case LISTS -> value instanceof Map ? 0 : whole(Extent.of(value));
    };
  }

  private long whole(Extent extent) {
    return extent.values() * perValue + extent.letters() / LETTERS * perText;
  }
}
