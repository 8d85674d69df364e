package dev.pilothouse.triggers;

import dev.pilothouse.spi.OverdueTasks;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells of tasks whose time has passed: at the start of the process at once, then every second.
public final class OverdueSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OverdueSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int AT_ONCE = 200;

  private final OverdueTasks tasks;
  private final BooleanSupplier held;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("overdue").factory());

  /// @param held nothing may be started now
  public OverdueSweep(OverdueTasks tasks, BooleanSupplier held) {
    this.tasks = tasks;
    this.held = held;
  }

  public void start() {
    var _ =
        timer.scheduleWithFixedDelay(this::sweepOrWait, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void sweepOrWait() {
    try {
      if (!held.getAsBoolean()) {
        sweep();
      }
    } catch (RuntimeException away) {
      LOG.warn(
          "Tasks past due could not be told of; tries again in {}: {}", EVERY, away.toString());
    }
  }

  private void sweep() {
    int told = tasks.tell(AT_ONCE);
    while (told > 0) {
      LOG.info("Told of {} tasks that are past due", told);
      told = told < AT_ONCE ? 0 : tasks.tell(AT_ONCE);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
