package dev.pilothouse.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// What a server saw, in order, with a way to wait for more of it.
public final class Recording<T> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition grown = lock.newCondition();
  private final List<T> entries = new ArrayList<>();
  private final String name;

  Recording(String name) {
    this.name = name;
  }

  public List<T> all() {
    lock.lock();
    try {
      return List.copyOf(entries);
    } finally {
      lock.unlock();
    }
  }

  public int count() {
    return all().size();
  }

  /// The only entry; fails when there are none or several.
  public T only() {
    var seen = all();
    if (seen.size() != 1) {
      throw new AssertionError("expected exactly 1 %s, but found %s".formatted(name, seen));
    }
    return seen.getFirst();
  }

  /// Waits until there are at least `count` entries, and returns all there are.
  public List<T> awaitCount(int count, Duration timeout) {
    lock.lock();
    try {
      var left = timeout.toNanos();
      while (entries.size() < count && left > 0) {
        left = grown.awaitNanos(left);
      }
      if (entries.size() < count) {
        throw new AssertionError(tooFew(count, timeout));
      }
      return List.copyOf(entries);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting for %d %s".formatted(count, name), e);
    } finally {
      lock.unlock();
    }
  }

  void add(T entry) {
    lock.lock();
    try {
      entries.add(entry);
      grown.signalAll();
    } finally {
      lock.unlock();
    }
  }

  void clear() {
    lock.lock();
    try {
      entries.clear();
    } finally {
      lock.unlock();
    }
  }

  private String tooFew(int count, Duration timeout) {
    return "expected %d %s within %d ms, but found %d: %s"
        .formatted(
            count, name, TimeUnit.NANOSECONDS.toMillis(timeout.toNanos()), entries.size(), entries);
  }
}
