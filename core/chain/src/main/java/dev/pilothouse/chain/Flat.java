package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.List;

/// The items of lists within a list. One list may stand there many times, so that the result is
/// larger than all that was given.
final class Flat {
  private static final int LONGEST = 1_000_000;

  private final Given given;
  private final List<Object> items = new ArrayList<>();

  private Flat(Given given) {
    this.given = given;
  }

  /// @param levels how many lists deep; none leaves the list as it is
  static CelList of(Given given, int levels) {
    Flat flat = new Flat(given);
    flat.addAll(given.list(0), levels);
    return new CelList(flat.items);
  }

  private void addAll(List<?> list, int levels) {
    for (Object item : list) {
      if (levels > 0 && item instanceof List<?> within) {
        addAll(within, levels - 1);
      } else {
        add(item);
      }
    }
  }

  private void add(Object item) {
    if (items.size() == LONGEST) {
      throw given.refuse("the list would have more than " + LONGEST + " items");
    }
    items.add(item);
  }
}
