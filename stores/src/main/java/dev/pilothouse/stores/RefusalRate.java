package dev.pilothouse.stores;

import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// How many refused deliveries of a tenant are kept: a hundred at once, ten a second on end. A
/// sender gone wild must not fill the database with its mistakes.
final class RefusalRate {
  private static final double BURST = 100;
  private static final double A_SECOND = 10;

  private final LongSupplier nanoTime;
  private final ConcurrentHashMap<TenantId, Bucket> buckets = new ConcurrentHashMap<>();

  RefusalRate(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  boolean allows(TenantId tenant) {
    long now = nanoTime.getAsLong();
    Bucket bucket =
        buckets.compute(
            tenant,
            (_, before) -> before == null ? new Bucket(BURST - 1, now, true) : before.taken(now));
    return bucket.allowed();
  }

  /// @param allowed whether the newest one got a token
  private record Bucket(double tokens, long at, boolean allowed) {
    Bucket taken(long now) {
      double grown = (now - at) * A_SECOND / Duration.ofSeconds(1).toNanos();
      double filled = Math.min(BURST, tokens + grown);
      return filled >= 1 ? new Bucket(filled - 1, now, true) : new Bucket(filled, now, false);
    }
  }
}
