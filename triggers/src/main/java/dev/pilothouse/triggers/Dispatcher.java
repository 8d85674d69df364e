package dev.pilothouse.triggers;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.BornRuns;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.RunStarter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Starts workflows for what is queued, as a group commit: while one start is under way the next
/// runs gather, so a batch is as large as the load makes it and a lone run waits for nobody. Where
/// runs are walked at their commit nobody waits for their workflow, and the next start leaves time
/// for more to share it. What is lost here, with this process or for want of room, the sweep finds
/// in the rows.
public final class Dispatcher implements RunStarter, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final int LARGEST_BATCH = 256;

  /// So many share a start well enough, and do not wait for more.
  private static final int GOOD_BATCH = 64;

  private static final int ROOM = 100_000;
  private static final int OWN_STARTS_AT_ONCE = 8;
  private static final long PAUSE_MILLIS = 500;

  /// A start costs both sides as much as some thirty walks.
  private static final Duration BETWEEN_STARTS = Duration.ofMillis(50);

  private final Starts starts;
  private final BornRuns born;
  private final BooleanSupplier held;
  private final Duration betweenStarts;
  private final FairQueue batched;
  private final FairQueue alone;
  private final List<Thread> threads;

  /// @param held nothing may be started now
  /// @param walks this process walks runs at their commit
  public Dispatcher(WorkflowStarts starts, BornRuns born, BooleanSupplier held, boolean walks) {
    this(starts::start, born, held, ROOM, walks ? BETWEEN_STARTS : Duration.ZERO);
  }

  Dispatcher(Starts starts, BornRuns born, BooleanSupplier held, int room, Duration betweenStarts) {
    this.starts = starts;
    this.betweenStarts = betweenStarts;
    batched = new FairQueue(room);
    alone = new FairQueue(room);
    this.born = born;
    this.held = held;
    threads =
        IntStream.rangeClosed(0, OWN_STARTS_AT_ONCE)
            .mapToObj(number ->
                Thread.ofVirtual()
                    .name("dispatch-" + number)
                    .start(number == 0 ? this::startBatches : this::startAlone))
            .toList();
  }

  @Override
  public void born(Collection<Ledger.Claimed> runs) {
    runs.forEach(born::add);
    addOrForget(batched, runs.stream().map(run -> run.claim().ref()).toList());
  }

  /// Who finds no room is not in hand any more, so that the sweep finds it.
  private void addOrForget(FairQueue queue, Collection<RunRef> runs) {
    queue.add(runs).forEach(noRoom -> born.take(noRoom.run()));
  }

  /// Runs that may be held by a workflow of their own already: it is started, or nudged.
  @Override
  public void freed(Collection<RunRef> runs) {
    alone.add(runs);
  }

  /// Runs of which nobody knows whether a workflow holds them; many may come at once.
  void found(Collection<RunRef> runs) {
    batched.add(runs);
  }

  /// What waits here and is claimed by this process.
  Collection<RunId> inHand() {
    return born.runs();
  }

  private void startBatches() {
    startAll(batched, LARGEST_BATCH, betweenStarts);
  }

  private void startAlone() {
    startAll(alone, 1, Duration.ZERO);
  }

  private void startAll(FairQueue queue, int most, Duration between) {
    try {
      long next = System.nanoTime();
      while (true) {
        List<RunRef> runs = queue.take(most, GOOD_BATCH, next);
        next = System.nanoTime() + between.toNanos();
        if (!started(runs)) {
          addOrForget(queue, runs);
          TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean started(List<RunRef> runs) {
    if (held.getAsBoolean()) {
      return false;
    }
    try {
      starts.start(runs);
      return true;
    } catch (RuntimeException refused) {
      LOG.debug("{} runs did not start yet; they are tried again", runs.size(), refused);
      return false;
    }
  }

  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }

  /// Returns when it is certain that a workflow holds the runs.
  interface Starts {
    void start(List<RunRef> runs);
  }
}
