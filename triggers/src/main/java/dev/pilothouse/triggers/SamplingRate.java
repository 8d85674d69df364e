package dev.pilothouse.triggers;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.NewEntry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.function.LongSupplier;

/// Which events are looked at: of each type the first ones, and then one now and then. So many are
/// enough to learn from, and looking at all of them would cost more than taking them in.
final class SamplingRate {
  static final int FIRST_ONES = 20;
  static final Duration THEN_EVERY = Duration.ofSeconds(10);
  static final int LARGEST = 64 * 1024;

  /// Of all types together, until what was taken is written.
  static final int MOST_CHARACTERS = 4 * 1024 * 1024;

  private static final int MOST_TYPES = 10_000;

  private final LongSupplier nanos;
  private final LinkedHashMap<TypeOfTenant, Taken> taken = new LinkedHashMap<>(16, 0.75f, true);
  private int characters;

  private static final class Taken {
    private int count;
    private long last;
  }

  SamplingRate(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// What was taken so far is out of memory.
  void begin() {
    characters = 0;
  }

  boolean hasRoomFor(NewEntry entry) {
    int size = size(entry.event().data());
    if (size > LARGEST || characters + size > MOST_CHARACTERS) {
      return false;
    }
    characters += size;
    return true;
  }

  private static int size(EventData data) {
    return switch (data) {
      case EventData.Parsed parsed -> parsed.json().text().length();
      case EventData.Raw _ -> 0;
    };
  }

  boolean isItsTurn(TypeOfTenant type) {
    long now = nanos.getAsLong();
    Taken before = taken.computeIfAbsent(type, _ -> new Taken());
    if (before.count >= FIRST_ONES && now - before.last < THEN_EVERY.toNanos()) {
      return false;
    }
    before.count++;
    before.last = now;
    if (taken.size() > MOST_TYPES) {
      var _ = taken.pollFirstEntry();
    }
    return true;
  }
}
