package dev.pilothouse.chain;

import java.util.LinkedHashMap;
import java.util.Map;

/// Holds so many; who comes beyond takes the place of the one that was asked for longest ago. Not
/// thread-safe: asking changes it, too.
final class LeastUsedLeaves<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int capacity;

  LeastUsedLeaves(int capacity) {
    super(16, 0.75f, true);
    this.capacity = capacity;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;
  }
}
