package dev.pilothouse.chain;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// Lets automations with the same condition share it: it is read, compiled and asked once for all
/// of them. Forgets those that nobody uses any more.
final class Conditions {
  private final ReentrantLock lock = new ReentrantLock();

  // The condition holds its text, which is the key: both leave together.
  private final Map<String, WeakReference<Condition>> known = new WeakHashMap<>();

  Condition of(String text) {
    return find(text).orElseGet(() -> keep(Condition.of(text)));
  }

  private Optional<Condition> find(String text) {
    lock.lock();
    try {
      return Optional.ofNullable(known.get(text)).map(WeakReference::get);
    } finally {
      lock.unlock();
    }
  }

  /// Read outside the lock, so that several threads read side by side; the first one stays.
  private Condition keep(Condition read) {
    lock.lock();
    try {
      Optional<Condition> earlier = find(read.toString());
      earlier.ifPresentOrElse(_ -> {}, () -> known.put(read.toString(), new WeakReference<>(read)));
      return earlier.orElse(read);
    } finally {
      lock.unlock();
    }
  }
}
