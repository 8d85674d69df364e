package dev.pilothouse.builderapi;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.FollowedRuns;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Rings when it is told to.
final class FollowedRunsFake implements FollowedRuns {
  private final List<Reader> readers = new CopyOnWriteArrayList<>();

  void ring(RunId run) {
    readers.stream().filter(reader -> reader.run.equals(run)).forEach(it -> it.rung.release());
  }

  int readers() {
    return readers.size();
  }

  @Override
  public Following follow(RunRef run) {
    Reader reader = new Reader(run.run());
    readers.add(reader);
    return reader;
  }

  private final class Reader implements Following {
    private final RunId run;
    private final Semaphore rung = new Semaphore(0);

    Reader(RunId run) {
      this.run = run;
    }

    @Override
    public boolean awaitChange(Duration most) throws InterruptedException {
      return rung.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
      readers.remove(this);
    }
  }
}
