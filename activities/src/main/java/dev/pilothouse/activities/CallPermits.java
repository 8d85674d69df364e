package dev.pilothouse.activities;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Bounds the calls under way for each host and each tenant, so that one that is slow does not take
/// all there is.
final class CallPermits {
  private final int each;
  private final ConcurrentHashMap<String, Semaphore> byName = new ConcurrentHashMap<>();

  CallPermits(int each) {
    this.each = each;
  }

  /// Waits for room; close the permit after the call.
  Permit take(String name) throws InterruptedException {
    Semaphore room = byName.computeIfAbsent(name, _ -> new Semaphore(each));
    room.acquire();
    return room::release;
  }

  interface Permit extends AutoCloseable {
    @Override
    void close();
  }
}
