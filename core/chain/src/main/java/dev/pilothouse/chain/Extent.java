package dev.pilothouse.chain;

import java.util.Collection;
import java.util.Map;

/// How much a value is with all it holds. What it holds in several places counts each time, as it
/// would on paper: such a value may be small in memory and endless to walk through.
///
/// @param values lists, objects, their keys, and all others
/// @param letters characters of all texts
record Extent(long values, long letters) {
  static final Extent UNKNOWN = new Extent(0, 0);

  private static final long ENDLESS = Long.MAX_VALUE / 1_000_000;

  Extent {
    values = Math.min(values, ENDLESS);
    letters = Math.min(letters, ENDLESS);
  }

  boolean isUnknown() {
    return values == 0;
  }

  /// Quick for [CelList] and [CelMap], which know it.
  static Extent of(Object value) {
    return switch (value) {
      case CelList list -> list.extent();
      case CelMap map -> map.extent();
      case String text -> new Extent(1, text.length());
      case Map<?, ?> fields -> of(fields);
      case Collection<?> items -> ofAll(items);
      default -> new Extent(1, 0);
    };
  }

  static Extent of(Map<?, ?> fields) {
    return ofAll(fields.keySet()).plus(ofAll(fields.values()));
  }

  static Extent ofAll(Collection<?> items) {
    long values = 1;
    long letters = 0;
    for (Object item : items) {
      Extent held = of(item);
      values = Math.min(ENDLESS, values + held.values);
      letters = Math.min(ENDLESS, letters + held.letters);
    }
    return new Extent(values, letters);
  }

  private Extent plus(Extent other) {
    return new Extent(values + other.values, letters + other.letters);
  }
}
