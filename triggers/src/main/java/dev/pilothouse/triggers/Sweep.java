package dev.pilothouse.triggers;

import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.RunRef;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what nobody attends to: runs committed by a process that died before it started them, and
/// runs whose workflow Temporal lost. At the start of the process once for all, then every two
/// seconds.
public final class Sweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final Duration EVERY = Duration.ofSeconds(2);

  /// Longer than a start takes, so that the sweep does not race the dispatcher.
  private static final Duration QUIET = Duration.ofSeconds(5);

  private static final int AT_ONCE = 200;

  private final Ledger ledger;
  private final Dispatcher dispatcher;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sweep").factory());
  private Duration quiet = Duration.ZERO;

  public Sweep(Ledger ledger, Dispatcher dispatcher) {
    this.ledger = ledger;
    this.dispatcher = dispatcher;
  }

  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(this::sweepOrWait, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Proves that the sweep comes by; throws otherwise.
  public void check() {
    if (timer.isShutdown()) {
      throw new IllegalStateException("The sweep has stopped.");
    }
  }

  private void sweepOrWait() {
    try {
      sweep();
      quiet = QUIET;
    } catch (RuntimeException away) {
      LOG.warn("The sweep found a part away and tries again in {}: {}", EVERY, away.toString());
    }
  }

  private void sweep() {
    List<RunRef> unattended = ledger.takeUnattended(quiet, AT_ONCE);
    while (!unattended.isEmpty()) {
      unattended.forEach(dispatcher::start);
      LOG.info("Started {} runs that nobody attended to", unattended.size());
      unattended = ledger.takeUnattended(QUIET, AT_ONCE);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
