package dev.pilothouse.chain;

import java.util.Collection;
import java.util.Map;

/// Weighs values: so much for each value, and for each 16 characters of a text. Stops when the
/// weight passes a limit: a list that holds itself twice, again and again, is small in memory and
/// endless to walk through.
///
/// @param intoAdapted whether into [CelList] and [CelMap], too
record Scales(int perValue, int perText, boolean intoAdapted) {
  private static final int TEXT = 16;

  long weigh(Object value, long limit) {
    return value instanceof String text
        ? perValue + (long) perText * text.length() / TEXT
        : perValue + held(value, limit);
  }

  private long held(Object value, long limit) {
    if (!intoAdapted && CelValues.isAdapted(value)) {
      return 0;
    }
    return switch (value) {
      case Map<?, ?> fields -> {
        long keys = all(fields.keySet(), limit);
        yield keys + all(fields.values(), limit - keys);
      }
      case Collection<?> items -> all(items, limit);
      default -> 0;
    };
  }

  private long all(Collection<?> items, long limit) {
    long weight = 0;
    for (Object item : items) {
      if (weight > limit) {
        return weight;
      }
      weight += weigh(item, limit - weight);
    }
    return weight;
  }

  /// How many values it holds itself, without those that these hold.
  static int held(Object value) {
    return switch (value) {
      case Map<?, ?> fields -> fields.size();
      case Collection<?> items -> items.size();
      default -> 0;
    };
  }
}
