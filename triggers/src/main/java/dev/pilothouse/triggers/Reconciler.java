package dev.pilothouse.triggers;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.CarriedRuns;
import dev.pilothouse.spi.CarriedRuns.Carried;
import dev.pilothouse.spi.CarriedRuns.Rebuilt;
import io.temporal.client.WorkflowClient;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Rebuilds Temporal from the rows: every run that has not ended gets what carries it. Doing it
/// once too often is harmless, since the ledger decides who walks.
public final class Reconciler {
  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final int SLICE = 500;
  private static final int STARTS_AT_ONCE = 8;

  private final CarriedRuns runs;
  private final Dispatcher dispatcher;
  private final WorkflowStarts starts;
  private final OpenWorkflows open;
  private final Supplier<Collection<RunId>> walked;

  /// @param walked the runs that a thread of this process walks
  public Reconciler(
      CarriedRuns runs,
      Dispatcher dispatcher,
      WorkflowStarts starts,
      WorkflowClient client,
      Supplier<Collection<RunId>> walked) {
    this.runs = runs;
    this.dispatcher = dispatcher;
    this.starts = starts;
    this.open = new OpenWorkflows(client, runs);
    this.walked = walked;
  }

  /// @param ours the open workflows in Temporal are of this house, so that those without a row end
  /// @param stopped asked between slices
  /// @return empty when it was stopped before its end
  Optional<Rebuilt> rebuild(boolean ours, BooleanSupplier stopped) throws InterruptedException {
    Count count = new Count();
    try (ExecutorService pool =
        Executors.newFixedThreadPool(STARTS_AT_ONCE, Thread.ofVirtual().factory())) {
      Optional<RunId> last = Optional.empty();
      List<Carried> slice = runs.after(last, SLICE);
      while (!slice.isEmpty()) {
        if (stopped.getAsBoolean()) {
          return Optional.empty();
        }
        carry(slice, count, pool);
        last = Optional.of(slice.getLast().ref().run());
        slice = runs.after(last, SLICE);
      }
      if (ours) {
        endStrangers(count, pool);
      }
    }
    return Optional.of(count.toRebuilt());
  }

  /// What this process has in hand and the lost Temporal had: nobody else would notice.
  void dispatchOwn() {
    Collection<RunId> underWay = walked.get();
    dispatcher.found(runs.mine().stream().filter(ref -> !underWay.contains(ref.run())).toList());
  }

  private void carry(List<Carried> slice, Count count, ExecutorService pool)
      throws InterruptedException {
    Collection<RunId> underWay = walked.get();
    List<RunRef> toDispatch = new ArrayList<>();
    List<Runnable> toStart = new ArrayList<>();
    for (Carried run : slice) {
      switch (run.state()) {
        case QUEUED, RUNNING -> {
          if (isWalked(run, underWay)) {
            count.walked++;
          } else {
            toDispatch.add(run.ref());
          }
        }
        case WAITING, NEEDS_PERSON, PAUSED -> toStart.add(() -> starts.start(List.of(run.ref())));
        case FINISHED, FAILED, CANCELLED -> {} // it has ended between two statements
      }
    }
    dispatcher.found(toDispatch);
    count.dispatched += toDispatch.size();
    all(toStart, pool);
    count.started += toStart.size();
  }

  private static boolean isWalked(Carried run, Collection<RunId> underWay) {
    return switch (run.owner()) {
      case NOBODY -> false;
      case THIS_PROCESS -> underWay.contains(run.ref().run());
      case ANOTHER_PROCESS -> true;
    };
  }

  private void endStrangers(Count count, ExecutorService pool) throws InterruptedException {
    List<Runnable> ends =
        open.find().strangers().stream()
            .<Runnable>map(stranger -> () -> open.end(stranger))
            .toList();
    all(ends, pool);
    count.strangers += ends.size();
  }

  /// Waits for all of a slice, so that no more than that is ever under way.
  private static void all(List<Runnable> tasks, ExecutorService pool) throws InterruptedException {
    List<Future<?>> futures = new ArrayList<>();
    tasks.forEach(task -> futures.add(pool.submit(task)));
    try {
      for (Future<?> future : futures) {
        future.get();
      }
    } catch (ExecutionException failed) {
      LOG.debug("A slice of the rebuild failed", failed);
      throw failed.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException(failed.getCause());
    } finally {
      futures.forEach(future -> future.cancel(true));
    }
  }

  private static final class Count {
    long dispatched;
    long started;
    long walked;
    long strangers;

    Rebuilt toRebuilt() {
      return new Rebuilt(dispatched, started, walked, strangers);
    }
  }
}
