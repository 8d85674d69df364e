package dev.pilothouse.triggers;

import dev.pilothouse.spi.Deliveries;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Forgets deliveries that are too old to be repeated, and those that were refused as long ago: a
/// little every few minutes, so that it never gets in the way of what comes in.
public final class OldDeliveries implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OldDeliveries.class);
  private static final Duration EVERY = Duration.ofMinutes(5);
  private static final int AT_ONCE = 1_000;

  /// More in one go than come in between two, however many do: 3,000 a second.
  private static final int MOST_STEPS = 900;

  private final Deliveries deliveries;
  private final IntakeConfig config;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("old-deliveries").factory());

  public OldDeliveries(Deliveries deliveries, IntakeConfig config) {
    this.deliveries = deliveries;
    this.config = config;
  }

  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(
            this::forgetOrWait, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void forgetOrWait() {
    try {
      long forgotten = forget();
      if (forgotten > 0) {
        LOG.info("{} deliveries older than {} are forgotten", forgotten, config.repeatsKnownFor());
      }
    } catch (RuntimeException away) {
      LOG.debug("Old deliveries are forgotten later", away);
    }
  }

  /// @return how many there were
  long forget() {
    return forget(deliveries::forget) + forget(deliveries::forgetRefused);
  }

  private interface Some {
    int forget(Duration age, int most);
  }

  private long forget(Some some) {
    long all = 0;
    for (int step = 0; step < MOST_STEPS; step++) {
      int forgotten = some.forget(config.repeatsKnownFor(), AT_ONCE);
      all += forgotten;
      if (forgotten < AT_ONCE) {
        break;
      }
    }
    return all;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
