package dev.pilothouse.spi;

import dev.pilothouse.model.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Runs between their birth and their first walk in the same process: what the commit knew of them,
/// so that the walk need not ask the database again. Losing one costs a read, nothing else.
public final class BornRuns {
  /// Far longer than a start takes. After it another process has walked the run, or nobody has, and
  /// then the rows tell.
  private static final long KEPT_NANOS = Duration.ofSeconds(30).toNanos();

  private final ConcurrentHashMap<RunId, Born> waiting = new ConcurrentHashMap<>();

  public void add(Ledger.Claimed run) {
    waiting.put(run.claim().ref().run(), new Born(run, System.nanoTime()));
  }

  /// Hands the run out once.
  public Optional<Ledger.Claimed> take(RunId run) {
    return Optional.ofNullable(waiting.remove(run)).map(Born::run);
  }

  /// Those that are still about to be walked here.
  public Set<RunId> runs() {
    long now = System.nanoTime();
    waiting.values().removeIf(born -> now - born.since() > KEPT_NANOS);
    return waiting.keySet();
  }

  private record Born(Ledger.Claimed run, long since) {}
}
