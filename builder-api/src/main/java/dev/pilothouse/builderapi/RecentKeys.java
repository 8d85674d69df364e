package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.SecretHash;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.LongSupplier;

/// Remembers for a moment whose key it is. Programs send thousands of events a second under one
/// key, and asking the database each time costs as much as taking the event. A withdrawn key
/// therefore works for up to two seconds more; an unknown one is never remembered, so that a new
/// key works at once and guessing fills nothing.
final class RecentKeys {
  static final Duration REMEMBERED = Duration.ofSeconds(2);
  private static final int ROOM = 10_000;

  private record Known(Caller caller, long since) {}

  private final Function<SecretHash, Optional<Caller>> accounts;
  private final LongSupplier nanos;
  private final Map<SecretHash, Known> recent = new ConcurrentHashMap<>();

  RecentKeys(Function<SecretHash, Optional<Caller>> accounts, LongSupplier nanos) {
    this.accounts = accounts;
    this.nanos = nanos;
  }

  Optional<Caller> caller(SecretHash key) {
    long now = nanos.getAsLong(); // before asking: the answer is at least that old
    Optional<Caller> known =
        Optional.ofNullable(recent.get(key)).filter(it -> isFresh(it, now)).map(Known::caller);
    return known.isPresent() ? known : asked(key, now);
  }

  private static boolean isFresh(Known known, long now) {
    return now - known.since() < REMEMBERED.toNanos();
  }

  private Optional<Caller> asked(SecretHash key, long now) {
    Optional<Caller> caller = accounts.apply(key);
    makeRoom(now);
    caller.ifPresentOrElse(it -> recent.put(key, new Known(it, now)), () -> recent.remove(key));
    return caller;
  }

  private void makeRoom(long now) {
    if (recent.size() >= ROOM) {
      recent.values().removeIf(known -> !isFresh(known, now));
    }
    if (recent.size() >= ROOM) {
      recent.clear();
    }
  }
}
