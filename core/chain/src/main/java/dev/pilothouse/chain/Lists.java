package dev.pilothouse.chain;

import java.util.List;
import java.util.stream.Stream;

/// Lists that functions make.
final class Lists {
  /// Of a list that one function makes.
  static final int LONGEST = 100_000;

  private Lists() {}

  /// Pulls no more than fit.
  static CelList of(Given given, Stream<?> items) {
    List<Object> list = items.limit(LONGEST + 1L).map(Object.class::cast).toList();
    if (list.size() > LONGEST) {
      throw given.refuse("the list would have more than " + LONGEST + " items");
    }
    return new CelList(list);
  }

  static CelList of(Given given, List<?> items) {
    return of(given, items.stream());
  }

  /// No more than were given.
  static CelList some(Stream<?> items) {
    return new CelList(items.map(Object.class::cast).toList());
  }
}
