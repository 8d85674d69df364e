package dev.pilothouse.chain;

import java.util.HashMap;
import java.util.Map;

/// Lets what is equal be one object: who walks through ten thousand conditions then meets the same
/// few names and values again, which the processor has at hand.
final class OneOfEach {
  private final Map<Object, Object> known = new HashMap<>();

  /// @param value one that never changes, so that it does not matter which of its equals is given
  @SuppressWarnings("unchecked") // what is equal is of the same class
  <T> T of(T value) {
    return (T) known.computeIfAbsent(value, same -> same);
  }
}
