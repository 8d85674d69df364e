package dev.pilothouse.activities;

import dev.pilothouse.spi.Ledger.Standing;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/// Bounds the calls under way for each host and each tenant, so that one that is slow does not take
/// all there is.
final class CallPermits {
  private final int each;
  private final ConcurrentHashMap<String, Room> byName = new ConcurrentHashMap<>();

  CallPermits(int each) {
    this.each = each;
  }

  /// Calls once there is room; not at all where the run gets an order first, since nothing was sent
  /// yet that an order would have to wait for.
  Passage within(String name, OpenCall open, Call call) throws InterruptedException {
    Semaphore room = entered(name);
    try {
      return within(room, open, call);
    } finally {
      left(name);
    }
  }

  private static Passage within(Semaphore room, OpenCall open, Call call)
      throws InterruptedException {
    if (!room.tryAcquire() && !open.waits(room::acquire)) {
      return new Passage.Stopped(Standing.ORDERED);
    }
    try {
      return call.make();
    } finally {
      room.release();
    }
  }

  private Semaphore entered(String name) {
    return Objects.requireNonNull(
            byName.compute(
                name,
                (_, room) ->
                    room == null
                        ? new Room(new Semaphore(each), 1)
                        : new Room(room.permits(), room.inside() + 1)))
        .permits();
  }

  /// The last one takes the room away: there are more names than anybody calls at once.
  private void left(String name) {
    byName.computeIfPresent(
        name, (_, room) -> room.inside() == 1 ? null : new Room(room.permits(), room.inside() - 1));
  }

  int names() {
    return byName.size();
  }

  /// @param inside those who call and those who wait for a permit
  private record Room(Semaphore permits, int inside) {}

  interface Call {
    Passage make() throws InterruptedException;
  }
}
