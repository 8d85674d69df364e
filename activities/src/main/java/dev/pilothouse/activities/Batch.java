package dev.pilothouse.activities;

import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.ActionCall.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The runs of one workflow as far as this process walks them. Lives from the first slice until the
/// workflow has nothing left here.
final class Batch {
  private final String workflow;
  private final int size;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition quiet = lock.newCondition();
  private final Map<RunId, Interruptible> walked = new HashMap<>();
  private final Set<RunId> gone = new HashSet<>();
  private boolean answered;

  Batch(String workflow, int size) {
    this.workflow = workflow;
    this.size = size;
  }

  String workflow() {
    return workflow;
  }

  /// The workflow is the run's own: it waits with it, instead of letting it go.
  boolean isOwn() {
    return size == 1;
  }

  /// Whether the run needs no walk here: it is walked already, or has ended or left.
  boolean knows(RunId run) {
    lock.lock();
    try {
      return walked.containsKey(run) || gone.contains(run);
    } finally {
      lock.unlock();
    }
  }

  void begin(RunId run, Interruptible thread) {
    lock.lock();
    try {
      walked.put(run, thread);
      gone.remove(run);
    } finally {
      lock.unlock();
    }
  }

  /// It has ended, or left to a workflow of its own, before it was begun here.
  void over(RunId run) {
    lock.lock();
    try {
      gone.add(run);
    } finally {
      lock.unlock();
    }
  }

  /// @param forGood it has ended, or left to a workflow of its own
  /// @return true when the workflow waits for word, and this was the last it waits for
  boolean end(RunId run, boolean forGood) {
    lock.lock();
    try {
      walked.remove(run);
      if (forGood) {
        gone.add(run);
      }
      quiet.signalAll();
      return answered && walked.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until nothing is walked any more, at most this long.
  ///
  /// @return whether something still is: the workflow will want word
  boolean isBusyAfter(Duration slice) throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = slice.toNanos();
      answered = false;
      while (!walked.isEmpty() && left > 0) {
        left = quiet.awaitNanos(left);
      }
      answered = !walked.isEmpty();
      return answered;
    } finally {
      lock.unlock();
    }
  }

  /// When the last of the open calls and sleeps is over at the latest.
  Duration busyFor() {
    lock.lock();
    try {
      return walked.values().stream()
          .flatMap(thread -> thread.until().stream())
          .map(Deadline::left)
          .max(Duration::compareTo)
          .filter(Duration::isPositive)
          .orElse(Duration.ZERO);
    } finally {
      lock.unlock();
    }
  }
}
