package dev.pilothouse.actions.outside;

import dev.pilothouse.spi.ActionCall.Deadline;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// One conversation with the outside. It has a single point of no return, [#begin]: who is cut
/// before it has certainly not acted, who is cut after it may have.
///
/// The conversation has a virtual thread of its own, since an interrupt closes the socket that such
/// a thread waits on, and since a name that is being looked up cannot be interrupted at all.
public final class Sending {
  private enum State {
    PREPARING,
    BEGUN,
    CUT
  }

  private final AtomicReference<State> state = new AtomicReference<>(State.PREPARING);
  private final Deadline deadline;

  public Sending(Deadline deadline) {
    this.deadline = deadline;
  }

  /// To be called right before the first byte that could make the other side act.
  ///
  /// @throws NotSent when it must not be sent any more, or was sent already
  public void begin() throws NotSent {
    if (deadline.passed()) {
      state.compareAndSet(State.PREPARING, State.CUT);
    }
    if (!state.compareAndSet(State.PREPARING, State.BEGUN)) {
      throw new NotSent();
    }
  }

  /// Whether the other side may have acted.
  public boolean hasBegun() {
    return state.get() == State.BEGUN;
  }

  /// @param cut ends the conversation from another thread
  /// @return empty when the deadline came first; [#hasBegun] then says what is known
  /// @throws InterruptedException when this thread is interrupted; the conversation is cut
  public <T> Optional<T> converse(Supplier<T> conversation, Runnable cut)
      throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    FutureTask<T> task = new FutureTask<>(conversation::get);
    Thread thread = Thread.ofVirtual().name("sending").start(task);
    try {
      return Optional.of(task.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException late) {
      return Optional.empty();
    } catch (ExecutionException broken) {
      throw new IllegalStateException(broken.getCause());
    } finally {
      state.compareAndSet(State.PREPARING, State.CUT);
      if (!task.isDone()) {
        cut.run();
        thread.interrupt();
      }
    }
  }

  /// Nothing was sent, and nothing will be.
  public static final class NotSent extends IOException {
    private static final long serialVersionUID = 1L;

    NotSent() {
      super("The deadline has passed.");
    }
  }
}
