package dev.pilothouse.stores;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// How many began lately, in a few slices of time however many they are. A slice counts until its
/// last moment is long enough ago, so never too few are counted: the limit holds in every stretch
/// of that length, and what may begin again waits a sixtieth of it longer than it had to.
final class Slices {
  private static final int OF_ONE_STRETCH = 60;

  private final NavigableMap<Long, Integer> counts;
  private final Duration per;

  /// @param counts by the first millisecond of each slice
  Slices(Map<Long, Integer> counts, Duration per) {
    this.counts = new TreeMap<>(counts);
    this.per = per;
  }

  int count(Instant now) {
    return counts.tailMap(oldest(now), false).values().stream().mapToInt(it -> it).sum();
  }

  void add(Instant now) {
    counts.headMap(oldest(now), true).clear();
    counts.merge(now.toEpochMilli() / length() * length(), 1, Integer::sum);
  }

  /// When fewer than so many will count.
  Instant belowFrom(int limit, Instant now) {
    int counted = count(now);
    Instant free = now;
    for (Map.Entry<Long, Integer> slice : counts.tailMap(oldest(now), false).entrySet()) {
      if (counted < limit) {
        break;
      }
      counted -= slice.getValue();
      free = Instant.ofEpochMilli(slice.getKey() + length() + per.toMillis());
    }
    return free;
  }

  /// When the last one will no longer count.
  Instant until() {
    return Instant.ofEpochMilli(counts.lastKey() + length() + per.toMillis());
  }

  NavigableMap<Long, Integer> counts() {
    return counts;
  }

  /// The slice that counts no more, with all before it.
  private long oldest(Instant now) {
    return now.toEpochMilli() - per.toMillis() - length();
  }

  private long length() {
    return Math.max(1, per.toMillis() / OF_ONE_STRETCH);
  }
}
