package dev.pilothouse.triggers;

import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Unattended;
import dev.pilothouse.spi.Processes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what nobody attends to: runs of a process that died, runs whose workflow Temporal lost,
/// runs that this process owns and walks in no thread. At the start of the process at once, then
/// every second, and more often while a process is missed.
public final class Sweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration EVERY = Duration.ofSeconds(1);

  /// While the lease of another process is about to pass.
  private static final Duration OFTEN = Duration.ofMillis(100);

  /// Longer than a start takes, so that the sweep does not race the dispatcher.
  private static final Duration QUIET = Duration.ofSeconds(5);

  private static final int AT_ONCE = 1_000;

  private final Ledger ledger;
  private final Processes processes;
  private final Dispatcher dispatcher;
  private final Supplier<Collection<RunId>> walked;
  private final BooleanSupplier held;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sweep").factory());

  /// @param walked the runs that a thread of this process walks
  /// @param held nothing may be started now
  public Sweep(
      Ledger ledger,
      Processes processes,
      Dispatcher dispatcher,
      Supplier<Collection<RunId>> walked,
      BooleanSupplier held) {
    this.ledger = ledger;
    this.processes = processes;
    this.dispatcher = dispatcher;
    this.walked = walked;
    this.held = held;
  }

  public void start() {
    timer.execute(() -> sweepOn(Duration.ZERO));
  }

  /// Proves that the sweep comes by; throws otherwise.
  public void check() {
    if (timer.isShutdown()) {
      throw new IllegalStateException("The sweep has stopped.");
    }
  }

  private void sweepOn(Duration quiet) {
    Duration pause = EVERY;
    try {
      pause = sweptOrWaits(quiet);
    } finally {
      if (!timer.isShutdown()) {
        var _ = timer.schedule(() -> sweepOn(QUIET), pause.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }

  /// @return how soon to come again
  private Duration sweptOrWaits(Duration quiet) {
    try {
      if (!held.getAsBoolean()) {
        sweep(quiet);
      }
      return processes.missesSomebody() ? OFTEN : EVERY;
    } catch (RuntimeException away) {
      LOG.warn("The sweep found a part away and tries again in {}: {}", EVERY, away.toString());
      return EVERY;
    }
  }

  /// The lease comes first: whoever is proven dead loses its runs in this very sweep.
  private void sweep(Duration quiet) {
    var _ = processes.renew();
    Unattended unattended = ledger.takeUnattended(quiet, inHand(), AT_ONCE);
    while (unattended.size() > 0) {
      LOG.info(
          "Found {} runs that nobody attended to, and {} that nobody woke",
          unattended.stopped().size(),
          unattended.asleep().size());
      dispatcher.found(unattended.stopped());
      dispatcher.freed(unattended.asleep());
      unattended = ledger.takeUnattended(QUIET, inHand(), AT_ONCE);
    }
  }

  private List<RunId> inHand() {
    List<RunId> runs = new ArrayList<>(walked.get());
    runs.addAll(dispatcher.inHand());
    return runs;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
