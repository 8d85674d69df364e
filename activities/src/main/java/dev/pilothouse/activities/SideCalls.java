package dev.pilothouse.activities;

import dev.pilothouse.model.StepKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/// The calls of one walk that are made beside each other, each on a thread of its own. What one of
/// them learns, it has put into the walk's memory before it counts as ended here.
final class SideCalls {
  interface Call {
    Passage make() throws InterruptedException;
  }

  private final Executor threads;
  private final Interruptible walk;
  private final Set<StepKey> underWay = new HashSet<>();
  private final List<Passage> ended = new ArrayList<>();
  private Optional<RuntimeException> broken = Optional.empty();

  SideCalls(Executor threads, Interruptible walk) {
    this.threads = threads;
    this.walk = walk;
  }

  synchronized Set<StepKey> underWay() {
    return Set.copyOf(underWay);
  }

  synchronized boolean isIdle() {
    return underWay.isEmpty();
  }

  void begin(StepKey step, Call call) {
    synchronized (this) {
      underWay.add(step);
    }
    threads.execute(() -> make(step, call));
  }

  private void make(StepKey step, Call call) {
    try {
      end(step, Optional.of(call.make()), Optional.empty());
    } catch (InterruptedException stopped) {
      end(step, Optional.empty(), Optional.of(new IllegalStateException("stopped", stopped)));
    } catch (RuntimeException failed) {
      end(step, Optional.empty(), Optional.of(failed));
    }
  }

  private synchronized void end(
      StepKey step, Optional<Passage> passage, Optional<RuntimeException> failure) {
    underWay.remove(step);
    passage.ifPresent(ended::add);
    broken = broken.or(() -> failure);
    notifyAll();
    walk.wake();
  }

  /// How those came through that ended since this was asked last.
  ///
  /// @throws RuntimeException what broke one of them, once none is under way any more
  synchronized List<Passage> ended() throws InterruptedException {
    if (broken.isPresent()) {
      awaitIdle();
      throw broken.get();
    }
    List<Passage> passages = List.copyOf(ended);
    ended.clear();
    return passages;
  }

  synchronized void awaitIdle() throws InterruptedException {
    while (!underWay.isEmpty()) {
      wait();
    }
  }
}
