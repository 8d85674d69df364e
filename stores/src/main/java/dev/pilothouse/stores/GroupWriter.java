package dev.pilothouse.stores;

import dev.pilothouse.spi.Journal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/// Lets many callers share commits: each hands over a row and gets a future, one thread commits all
/// that waits in one transaction. While a commit is under way the next group gathers, so groups are
/// as large as the load makes them, and a lone row waits for nobody.
///
/// A row that cannot be written harms no neighbour: its group is halved until it stands alone, and
/// only its own future fails.
///
/// Futures are completed by the committing thread: what depends on them must be short, or move to a
/// thread of its own.
///
/// @param <R> what a caller hands over
/// @param <A> what it gets once that is committed
final class GroupWriter<R, A> implements AutoCloseable {
  /// @param groupRows at most so many rows in one commit
  /// @param groupBytes at most so many bytes in one commit; a larger row goes alone
  /// @param waitingRows beyond it callers are turned away
  /// @param waitingBytes beyond it callers are turned away; a larger row is taken when none waits
  record Bounds(int groupRows, long groupBytes, int waitingRows, long waitingBytes) {
    static final Bounds USUAL = new Bounds(512, 4L << 20, 16_384, 64L << 20);
  }

  /// What tells rows apart.
  ///
  /// @param key rows of one key never share a group and keep their order: a statement may not touch
  ///   one row of a table twice
  /// @param weight of a row in bytes, roughly
  record Shape<R>(Function<R, Object> key, ToLongFunction<R> weight) {}

  private static final Duration[] BACK_OFF = {
    Duration.ofMillis(2), Duration.ofMillis(10), Duration.ofMillis(40), Duration.ofMillis(100)
  };

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Waiting<R, A>> queue = new ArrayDeque<>();
  private final Bounds bounds;
  private final Shape<R> shape;
  private final Function<List<R>, List<A>> commit;
  private final Thread committer;
  private long bytes;
  private boolean closed;

  /// @param commit writes all rows in one transaction and answers each in its place. It may be
  ///   called again with the same rows after it has thrown, so it throws only where nothing is
  ///   committed, or where writing the same again is harmless.
  GroupWriter(String name, Bounds bounds, Shape<R> shape, Function<List<R>, List<A>> commit) {
    this.bounds = bounds;
    this.shape = shape;
    this.commit = commit;
    committer = Thread.ofPlatform().daemon().name(name).start(this::commitAll);
  }

  /// @throws Journal.Overloaded when too much waits already
  CompletableFuture<A> submit(R row) {
    Waiting<R, A> waiting =
        new Waiting<>(row, shape.weight().applyAsLong(row), new CompletableFuture<>());
    lock.lock();
    try {
      admit(waiting);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    return waiting.answer();
  }

  /// How many rows wait, for those who watch.
  int waiting() {
    lock.lock();
    try {
      return queue.size();
    } finally {
      lock.unlock();
    }
  }

  /// Takes no more, and returns when all that waits has been committed or has failed.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
    joinCommitter();
  }

  private void joinCommitter() {
    try {
      committer.join();
    } catch (InterruptedException hurried) {
      Thread.currentThread().interrupt();
    }
  }

  private void admit(Waiting<R, A> waiting) {
    if (closed) {
      throw new IllegalStateException(
          "Nothing more is written: this process is about to end. Send it again to another.");
    }
    boolean tooHeavy = bytes + waiting.bytes() > bounds.waitingBytes() && !queue.isEmpty();
    if (queue.size() >= bounds.waitingRows() || tooHeavy) {
      throw new Journal.Overloaded();
    }
    queue.add(waiting);
    bytes += waiting.bytes();
  }

  private void commitAll() {
    for (List<Waiting<R, A>> group = next(); !group.isEmpty(); group = next()) {
      write(group);
    }
  }

  /// Waits for rows; empty once closed and drained.
  private List<Waiting<R, A>> next() {
    lock.lock();
    try {
      while (queue.isEmpty() && !closed) {
        changed.awaitUninterruptibly();
      }
      return take();
    } finally {
      lock.unlock();
    }
  }

  /// From the oldest on; a row whose key is in the group already stays where it is.
  private List<Waiting<R, A>> take() {
    List<Waiting<R, A>> group = new ArrayList<>();
    Set<Object> keys = new HashSet<>();
    long taken = 0;
    Iterator<Waiting<R, A>> oldestFirst = queue.iterator();
    while (oldestFirst.hasNext() && group.size() < bounds.groupRows()) {
      Waiting<R, A> waiting = oldestFirst.next();
      if (!group.isEmpty() && taken + waiting.bytes() > bounds.groupBytes()) {
        break;
      }
      if (keys.add(shape.key().apply(waiting.row()))) {
        oldestFirst.remove();
        group.add(waiting);
        taken += waiting.bytes();
      }
    }
    bytes -= taken;
    return group;
  }

  private void write(List<Waiting<R, A>> group) {
    for (int attempt = 0; ; attempt++) {
      try {
        answer(group, commit.apply(group.stream().map(Waiting::row).toList()));
        return;
      } catch (RuntimeException | Error failure) {
        if (CommitFailure.of(failure) != CommitFailure.COLLIDED || attempt == BACK_OFF.length) {
          giveUp(group, failure);
          return;
        }
        pause(BACK_OFF[attempt]);
      }
    }
  }

  private void giveUp(List<Waiting<R, A>> group, Throwable failure) {
    switch (CommitFailure.of(failure)) {
      case COLLIDED, CUT_OFF -> fail(group, failure);
      case AWAY -> {
        fail(group, failure);
        fail(drain(), failure);
      }
      case REFUSED -> halve(group, failure);
    }
  }

  private void halve(List<Waiting<R, A>> group, Throwable failure) {
    if (group.size() == 1) {
      fail(group, failure);
    } else {
      int half = group.size() / 2;
      write(group.subList(0, half));
      write(group.subList(half, group.size()));
    }
  }

  private List<Waiting<R, A>> drain() {
    lock.lock();
    try {
      List<Waiting<R, A>> all = List.copyOf(queue);
      queue.clear();
      bytes = 0;
      return all;
    } finally {
      lock.unlock();
    }
  }

  private void answer(List<Waiting<R, A>> group, List<A> answers) {
    if (answers.size() != group.size()) {
      fail(
          group,
          new IllegalStateException(answers.size() + " answers to " + group.size() + " rows"));
      return;
    }
    for (int place = 0; place < group.size(); place++) {
      group.get(place).answer().complete(answers.get(place));
    }
  }

  private static <R, A> void fail(List<Waiting<R, A>> group, Throwable failure) {
    group.forEach(waiting -> waiting.answer().completeExceptionally(failure));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException nobodyInterruptsThisThread) {
      Thread.currentThread().interrupt();
    }
  }

  private record Waiting<R, A>(R row, long bytes, CompletableFuture<A> answer) {}
}
