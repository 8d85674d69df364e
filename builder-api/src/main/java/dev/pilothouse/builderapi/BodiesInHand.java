package dev.pilothouse.builderapi;

import dev.pilothouse.spi.Journal;
import java.util.concurrent.Semaphore;

/// Bounds the bodies that are held at once: the journal's own bound counts what was read whole, and
/// many slow senders of large bodies would fill the memory before that.
final class BodiesInHand {
  private static final int KIB = 1_024;

  /// What is read is held a second time, as what it means.
  private static final int SHARE = 8;

  private final Semaphore free;

  /// @param most KiB of all bodies together
  BodiesInHand(int most) {
    free = new Semaphore(most);
  }

  static BodiesInHand ofThisProcess() {
    long share = Runtime.getRuntime().maxMemory() / SHARE / KIB;
    return new BodiesInHand((int) Math.min(Integer.MAX_VALUE, share));
  }

  /// Holds one until it is let go.
  ///
  /// @throws Journal.Overloaded when there is no room for it now
  Held hold(long bytes) {
    int room = (int) (bytes / KIB) + 1;
    if (!free.tryAcquire(room)) {
      throw new Journal.Overloaded();
    }
    return () -> free.release(room);
  }

  interface Held extends AutoCloseable {
    @Override
    void close();
  }
}
