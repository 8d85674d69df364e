package dev.pilothouse.chain;

import java.util.ArrayDeque;
import java.util.Deque;

/// Counts the places of a pattern before it is compiled: `((a{100}){100}){100}` has a million, and
/// the library would make them all and try each at every character. Counts too many rather than too
/// few; what is no pattern at all the library itself refuses.
final class PatternSize {
  private final String pattern;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long places;
  private long last;
  private int at;

  private PatternSize(String pattern) {
    this.pattern = pattern;
  }

  /// @return at most `limit`, which stands for all that are larger
  static int of(String pattern, int limit) {
    PatternSize size = new PatternSize(pattern);
    while (size.at < pattern.length() && size.places < limit) {
      size.countOne();
    }
    return (int) Math.min(limit, size.total());
  }

  private long total() {
    return places + outer.stream().mapToLong(Long::longValue).sum();
  }

  private void countOne() {
    char found = pattern.charAt(at++);
    switch (found) {
      case '(' -> open();
      case ')' -> close();
      case '[' -> one(endOfClass());
      case '\\' -> one(endOfEscape());
      case '{' -> repeat();
      default -> one(at);
    }
  }

  private void one(int end) {
    at = end;
    last = 1;
    places++;
  }

  private void open() {
    outer.push(places);
    places = 1;
    last = 0;
  }

  private void close() {
    last = places + 1;
    places = last + (outer.isEmpty() ? 0 : outer.pop());
  }

  /// What stands before it stands there so many times.
  private void repeat() {
    int end = pattern.indexOf('}', at);
    long times = end < 0 ? 1 : largest(pattern.substring(at, end));
    places = Math.min(Integer.MAX_VALUE, places + last * Math.max(0, times - 1) + 1);
    at = end < 0 ? at : end + 1;
  }

  /// Of `2,5` the five; one for what is no number.
  private static long largest(String range) {
    long largest = 1;
    for (String number : range.split(",", -1)) {
      if (number.matches("[0-9]{1,9}")) {
        largest = Math.max(largest, Long.parseLong(number));
      }
    }
    return largest;
  }

  private int endOfClass() {
    int end = at;
    while (end < pattern.length() && (pattern.charAt(end) != ']' || end == at)) {
      end += pattern.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(pattern.length(), end + 1);
  }

  /// `\p{Greek}` and `\x{10FFFF}` are one place.
  private int endOfEscape() {
    boolean braced = pattern.startsWith("{", at + 1) && "pPx".indexOf(pattern.charAt(at)) >= 0;
    int end = braced ? pattern.indexOf('}', at) : at;
    return Math.min(pattern.length(), (end < 0 ? at : end) + 1);
  }
}
