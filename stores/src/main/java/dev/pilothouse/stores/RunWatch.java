package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.FollowedRuns;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks twice a second whether any of the followed runs stands otherwise, all of them in one
/// statement, however many follow them. Nobody who writes does anything for it: a house in which
/// nobody follows a run does not even look.
public final class RunWatch implements FollowedRuns, AutoCloseable {
  static final Duration EVERY = Duration.ofMillis(500);
  private static final Logger LOG = LoggerFactory.getLogger(RunWatch.class);

  private final Database database;
  private final Map<RunId, Followed> followed = new HashMap<>();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("run-watch").factory());

  public RunWatch(Database database) {
    this.database = database;
    var _ =
        timer.scheduleWithFixedDelay(
            this::lookOrWait, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Following follow(RunRef run) {
    Reader reader = new Reader(run.run());
    synchronized (followed) {
      followed.computeIfAbsent(run.run(), _ -> new Followed()).readers.add(reader);
    }
    return reader;
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }

  private void lookOrWait() {
    try {
      look();
    } catch (RuntimeException away) {
      LOG.debug("Followed runs could not be looked at; looks again in {}", EVERY, away);
    }
  }

  private void look() {
    List<RunId> runs = runs();
    if (!runs.isEmpty()) {
      Map<RunId, String> prints = database.asSystem(tx -> RunPrints.of(tx, runs));
      synchronized (followed) {
        prints.forEach(this::compare);
      }
    }
  }

  private List<RunId> runs() {
    synchronized (followed) {
      return List.copyOf(followed.keySet());
    }
  }

  private void compare(RunId run, String print) {
    Followed it = followed.get(run);
    if (it != null && !it.print.equals(print)) {
      it.print = print;
      it.readers.forEach(Reader::ring);
    }
  }

  /// How a run stood at the last look. At the first one nobody knows what its readers saw.
  private static final class Followed {
    private final List<Reader> readers = new ArrayList<>();
    private String print = "";
  }

  private final class Reader implements Following {
    private final RunId run;
    private final Semaphore rung = new Semaphore(0);

    Reader(RunId run) {
      this.run = run;
    }

    void ring() {
      rung.release();
    }

    @Override
    public boolean awaitChange(Duration most) throws InterruptedException {
      boolean changed = rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
      rung.drainPermits();
      return changed;
    }

    @Override
    public void close() {
      synchronized (followed) {
        Followed it = followed.get(run);
        if (it != null && it.readers.remove(this) && it.readers.isEmpty()) {
          followed.remove(run);
        }
      }
    }
  }
}
