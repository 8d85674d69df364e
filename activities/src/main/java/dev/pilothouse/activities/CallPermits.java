package dev.pilothouse.activities;

import dev.pilothouse.spi.Ledger.Standing;
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

  /// Calls once there is room; not at all where the run gets an order first, since nothing was sent
  /// yet that an order would have to wait for.
  Passage within(String name, OpenCall open, Call call) throws InterruptedException {
    Semaphore room = byName.computeIfAbsent(name, _ -> new Semaphore(each));
    if (!room.tryAcquire() && !open.waits(room::acquire)) {
      return new Passage.Stopped(Standing.ORDERED);
    }
    try {
      return call.make();
    } finally {
      room.release();
    }
  }

  interface Call {
    Passage make() throws InterruptedException;
  }
}
