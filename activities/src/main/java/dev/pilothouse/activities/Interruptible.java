package dev.pilothouse.activities;

import dev.pilothouse.spi.ActionCall.Deadline;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lets others wake a walk, and cut the calls it is in; an interrupt never reaches the code between
/// two calls.
final class Interruptible {
  private final Set<OneCall> open = new LinkedHashSet<>();
  private final Set<OneCall> waiting = new LinkedHashSet<>();
  private @Nullable Deadline sleepsUntil;
  private boolean cut;
  private boolean woken;
  private boolean rung;
  private boolean stopped;

  /// What one call is made under; several may be open beside each other.
  OpenCall call() {
    return new OneCall();
  }

  private final class OneCall implements OpenCall {
    private @Nullable Thread caller;
    private @Nullable Deadline until;
    private boolean disturbed;

    @Override
    public boolean begin(Deadline deadline) {
      synchronized (Interruptible.this) {
        caller = Thread.currentThread();
        until = deadline;
        return !cut && open.add(this);
      }
    }

    @Override
    public void end() {
      synchronized (Interruptible.this) {
        open.remove(this);
        caller = null;
        var _ = Thread.interrupted();
      }
    }

    @Override
    public boolean isCut() {
      synchronized (Interruptible.this) {
        return cut;
      }
    }

    @Override
    public boolean waits(Wait wait) throws InterruptedException {
      if (!startsWaiting()) {
        return false;
      }
      try {
        wait.end();
        return true;
      } catch (InterruptedException awake) {
        if (!disturbed) {
          throw awake;
        }
        return false;
      } finally {
        stopsWaiting();
      }
    }

    private boolean startsWaiting() {
      synchronized (Interruptible.this) {
        caller = Thread.currentThread();
        return !cut && !rung && !stopped && waiting.add(this);
      }
    }

    private void stopsWaiting() {
      synchronized (Interruptible.this) {
        waiting.remove(this);
        caller = null;
        var _ = Thread.interrupted();
      }
    }

    private void disturb() {
      disturbed = true;
      interrupt();
    }

    private void interrupt() {
      if (caller != null) {
        caller.interrupt();
      }
    }
  }

  /// Sleeps until the time has passed or somebody wakes, rings or cuts.
  ///
  /// @throws InterruptedException when this process stops
  synchronized void sleep(Duration time) throws InterruptedException {
    Deadline deadline = Deadline.in(time);
    sleepsUntil = deadline;
    try {
      while (!woken && !deadline.passed()) {
        TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline.left().toNanos()));
      }
    } finally {
      woken = false;
      sleepsUntil = null;
    }
  }

  /// Ends a sleep: something has changed.
  synchronized void wake() {
    woken = true;
    notifyAll();
  }

  /// Ends a sleep and waits for room, since somebody ordered something or sent a letter; calls go
  /// on.
  synchronized void ring() {
    rung = true;
    waiting.forEach(OneCall::disturb);
    wake();
  }

  /// Ends a sleep and the calls, these and every later one.
  synchronized void cut() {
    cut = true;
    open.forEach(OneCall::interrupt);
    ring();
  }

  /// Ends a sleep and waits for room, since this process ends: calls go on, nothing new begins.
  synchronized void stop() {
    stopped = true;
    waiting.forEach(OneCall::disturb);
    wake();
  }

  synchronized boolean isStopped() {
    return stopped;
  }

  /// Whether somebody rang since this was asked last.
  synchronized boolean hasRung() {
    boolean heard = rung;
    rung = false;
    return heard;
  }

  /// Until when it may last, if it is in anything that lasts.
  synchronized Optional<Deadline> until() {
    return Stream.concat(open.stream().map(call -> call.until), Stream.of(sleepsUntil))
        .flatMap(Stream::ofNullable)
        .max(Comparator.comparing(Deadline::left));
  }
}
