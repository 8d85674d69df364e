package dev.pilothouse.app;

import dev.pilothouse.spi.PartHealth;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One part this process needs, watched by a thread of its own: brought up at first, then asked
/// every second. A part that is away is waited for, with the reason shown.
final class Part implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Part.class);
  private static final Duration WHILE_AWAY = Duration.ofMillis(150);
  private static final Duration WHILE_UP = Duration.ofSeconds(1);
  private static final Duration FOR_ANOTHER = Duration.ofSeconds(1);

  /// Brings the part up where needed and proves that it works now; throws why it does not.
  @FunctionalInterface
  interface Check {
    void run() throws Exception;
  }

  private final String name;
  private final Check check;
  private final Reasons reasons;
  private final Thread thread;
  private final CountDownLatch cameUp = new CountDownLatch(1);
  private volatile PartHealth health;

  Part(String name, Reasons reasons, Check check) {
    this.name = name;
    this.reasons = reasons;
    this.check = check;
    health = PartHealth.waiting(name, "It has not come up yet.");
    thread = Thread.ofVirtual().name("part-" + name).unstarted(this::watch);
  }

  void start() {
    thread.start();
  }

  PartHealth health() {
    return health;
  }

  /// For parts that need this one. Waits a little for it to come up the first time: a start is as
  /// long as the way through all of them.
  void requireUp() throws NeedsAnother, InterruptedException {
    var _ = cameUp.await(FOR_ANOTHER.toMillis(), TimeUnit.MILLISECONDS);
    if (!health.isUp()) {
      throw new NeedsAnother(name);
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void watch() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        PartHealth before = health;
        health = asked();
        tellOf(before);
        if (health.isUp()) {
          cameUp.countDown();
        }
        Thread.sleep(health.isUp() ? WHILE_UP : WHILE_AWAY);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private PartHealth asked() throws InterruptedException {
    try {
      check.run();
      return PartHealth.up(name);
    } catch (InterruptedException closed) {
      throw closed;
    } catch (Exception away) {
      return PartHealth.waiting(name, reasons.of(away));
    }
  }

  private void tellOf(PartHealth before) {
    if (health.equals(before)) {
      return;
    }
    if (health.isUp()) {
      LOG.info("{} is up", name);
    } else {
      LOG.warn("{} waits: {}", name, health.waitsFor().orElseThrow());
    }
  }

  /// This part comes after another one.
  static final class NeedsAnother extends Exception {
    NeedsAnother(String name) {
      super("It comes after the part '" + name + "', which is not up yet.");
    }
  }
}
