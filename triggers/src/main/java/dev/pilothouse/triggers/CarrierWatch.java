package dev.pilothouse.triggers;

import dev.pilothouse.spi.CarriedRuns;
import dev.pilothouse.spi.CarriedRuns.Rebuilt;
import dev.pilothouse.spi.Carrier;
import dev.pilothouse.spi.Carrier.Stand;
import io.temporal.client.WorkflowClient;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Compares the mark in the rows with the one in Temporal: before this process does anything, then
/// every few seconds. Whether the house is held is asked of the rows every second.
public final class CarrierWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CarrierWatch.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int LOOKS_TO_A_COMPARISON = 5;

  private final Carrier carrier;
  private final CarriedRuns runs;
  private final Reconciler reconciler;
  private final TemporalMark mark;
  private final HeldFlag held;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("carrier").factory());
  private final ExecutorService rebuilder =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("rebuild").factory());
  private final AtomicBoolean rebuilding = new AtomicBoolean();
  private int looks;
  private long highestTick;
  private long rebuilds;

  public CarrierWatch(
      Carrier carrier,
      CarriedRuns runs,
      Reconciler reconciler,
      WorkflowClient client,
      HeldFlag held) {
    this.carrier = carrier;
    this.runs = runs;
    this.reconciler = reconciler;
    this.mark = new TemporalMark(client);
    this.held = held;
  }

  /// Compares at once, and throws what keeps it from that: nothing is dispatched until it could.
  public void start() {
    Stand rows = carrier.stand();
    rebuilds = rows.rebuilds();
    look(rows);
    var _ =
        timer.scheduleWithFixedDelay(
            this::lookOrWait, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// Proves that it comes by; throws otherwise.
  public void check() {
    if (timer.isShutdown()) {
      throw new IllegalStateException("The watch over Temporal's mark has stopped.");
    }
  }

  private void lookOrWait() {
    try {
      look(carrier.stand());
    } catch (RuntimeException away) {
      LOG.debug("The marks could not be compared; they are in {}", EVERY, away);
    }
  }

  private void look(Stand rows) {
    if (rows.held().isPresent()) {
      held.set(true);
      return;
    }
    boolean wentBack = rows.mark().tick() < highestTick;
    if (held.getAsBoolean() || wentBack || looks % LOOKS_TO_A_COMPARISON == 0) {
      held.set(held.getAsBoolean() || wentBack);
      act(rows, Comparison.of(rows, mark.read()));
    } else if (rows.rebuild().isPresent()) {
      rebuild(rows.rebuild().get(), true);
    }
    looks++;
    highestTick = rows.mark().tick();
    followRebuilds(rows);
  }

  private void act(Stand rows, Comparison comparison) {
    switch (comparison) {
      case Comparison.Fits _ -> {
        held.set(false);
        rows.rebuild().ifPresentOrElse(reason -> rebuild(reason, true), this::tell);
      }
      case Comparison.TemporalLost(String reason, boolean ours) -> {
        held.set(false);
        rebuild(reason, ours);
      }
      case Comparison.RowsLost(long seenTick, String reason) -> {
        held.set(carrier.hold(seenTick, reason));
        if (held.getAsBoolean()) {
          LOG.error("{}", reason);
        }
      }
    }
  }

  /// Committed first, told then: a mark that is only in the rows means nothing was lost.
  private void tell() {
    carrier
        .raise()
        .ifPresent(raised -> {
          mark.advance(raised);
          carrier.told(raised);
        });
  }

  private void rebuild(String reason, boolean ours) {
    if (rebuilding.compareAndSet(false, true)) {
      rebuilder.execute(() -> rebuildOrWait(reason, ours));
    }
  }

  private void rebuildOrWait(String reason, boolean ours) {
    try {
      if (runs.begin()) {
        LOG.warn("Temporal is rebuilt from the rows. {}", reason);
        reconciler.rebuild(ours, held).ifPresent(this::place);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException away) {
      LOG.warn("Temporal is not rebuilt yet and will be tried again: {}", away.toString());
    } finally {
      rebuilding.set(false);
    }
  }

  /// Only now: a process that died before leaves a Temporal that still shows what it lacks.
  private void place(Rebuilt rebuilt) {
    Carrier.Mark now = carrier.stand().mark();
    mark.place(now);
    carrier.told(now);
    runs.done(rebuilt);
    LOG.warn(
        "Temporal is rebuilt: {} runs dispatched, {} waiting ones started, {} walked by living"
            + " processes, {} workflows without a row ended",
        rebuilt.dispatched(),
        rebuilt.started(),
        rebuilt.walked(),
        rebuilt.strangers());
  }

  /// Whichever process rebuilt, each one looks after what it has in hand.
  private void followRebuilds(Stand rows) {
    if (rows.rebuilds() != rebuilds) {
      reconciler.dispatchOwn();
      rebuilds = rows.rebuilds();
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
    rebuilder.shutdownNow();
  }
}
