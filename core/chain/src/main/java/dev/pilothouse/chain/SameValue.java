package dev.pilothouse.chain;

import java.util.List;
import java.util.Map;

/// What stands for a value in a hash, so that values which CEL takes for equal have the same key: 1
/// equals 1.0 there.
final class SameValue {
  /// From here on different whole numbers become the same double.
  private static final double EXACT_UP_TO = 0x1p53;

  private SameValue() {}

  static Object keyOf(Object value) {
    return switch (value) {
      case Number number -> number.doubleValue() + 0.0; // -0.0 becomes 0.0
      case Map<?, ?> _ -> Map.class; // equals no constant, whatever it holds
      case List<?> _ -> List.class;
      default -> value;
    };
  }

  /// Whether the value may have the same key as another and still differ from it.
  static boolean isRough(Object value) {
    return value instanceof Number number && !isExact(number.doubleValue());
  }

  /// CEL takes -0.0 for 0.0, but not for 0.
  static boolean isExact(double number) {
    return Math.abs(number) < EXACT_UP_TO && Double.compare(number, -0.0) != 0;
  }
}
