package dev.pilothouse.triggers;

import dev.pilothouse.spi.UntoldFailures;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells people together of the failures that they were not told of one by one. It starts nothing,
/// so it goes on while the house is held.
public final class FailureSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FailureSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(10);
  private static final int AT_ONCE = 100;

  private final UntoldFailures failures;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("failures").factory());

  public FailureSweep(UntoldFailures failures) {
    this.failures = failures;
  }

  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(this::tellOrWait, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void tellOrWait() {
    try {
      tell();
    } catch (RuntimeException away) {
      LOG.warn("Failures could not be told of; tries again in {}: {}", EVERY, away.toString());
    }
  }

  void tell() {
    int over = failures.tell(AT_ONCE);
    while (over == AT_ONCE) {
      over = failures.tell(AT_ONCE);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
