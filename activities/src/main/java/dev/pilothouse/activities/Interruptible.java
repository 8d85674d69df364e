package dev.pilothouse.activities;

import dev.pilothouse.spi.ActionCall.Deadline;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Lets others cut what a walk's thread is in, and only that: an interrupt never reaches the code
/// between two calls.
final class Interruptible implements OpenCall {
  private @Nullable Thread sleeper;
  private @Nullable Thread caller;
  private @Nullable Deadline until;
  private boolean cut;
  private boolean woken;
  private boolean rung;

  @Override
  public synchronized void begin(Deadline deadline) throws InterruptedException {
    if (cut) {
      throw new InterruptedException("cut before it began");
    }
    caller = Thread.currentThread();
    until = deadline;
  }

  @Override
  public synchronized void end() {
    caller = null;
    until = null;
    var _ = Thread.interrupted();
  }

  @Override
  public synchronized boolean isCut() {
    return cut;
  }

  /// Sleeps until the time has passed or somebody wakes or cuts it.
  ///
  /// @throws InterruptedException when this process stops
  void sleep(Duration time) throws InterruptedException {
    synchronized (this) {
      if (cut || woken) {
        woken = false;
        return;
      }
      sleeper = Thread.currentThread();
      until = Deadline.in(time);
    }
    try {
      Thread.sleep(time);
    } catch (InterruptedException awake) {
      if (!hasLeftWord()) {
        throw awake;
      }
    } finally {
      synchronized (this) {
        sleeper = null;
        until = null;
        woken = false;
        var _ = Thread.interrupted();
      }
    }
  }

  private synchronized boolean hasLeftWord() {
    return cut || woken;
  }

  /// Ends a sleep; a call goes on.
  synchronized void wake() {
    rung = true;
    woken = true;
    if (sleeper != null) {
      sleeper.interrupt();
    }
  }

  /// Ends a sleep or a call, this one and every later one.
  synchronized void cut() {
    cut = true;
    if (caller != null) {
      caller.interrupt();
    }
    wake();
  }

  /// Whether somebody rang since this was asked last.
  synchronized boolean hasRung() {
    boolean heard = rung;
    rung = false;
    return heard;
  }

  /// Until when it may last, if it is in anything that lasts.
  synchronized Optional<Deadline> until() {
    return Optional.ofNullable(until);
  }
}
