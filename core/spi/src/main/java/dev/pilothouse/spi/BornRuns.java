package dev.pilothouse.spi;

import dev.pilothouse.model.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/// Runs between their birth and their first walk in the same process: what the commit knew of them,
/// so that the walk need not ask the database again. Losing one costs a read, nothing else.
public final class BornRuns {
  /// Far longer than a start takes. After it another process has walked the run, or nobody has, and
  /// then the rows tell.
  private static final long KEPT_NANOS = Duration.ofSeconds(30).toNanos();

  private final ConcurrentHashMap<RunId, Born> waiting = new ConcurrentHashMap<>();
  private volatile Consumer<RunId> listener = _ -> {};

  /// Hears of each run in the moment it is born, before a workflow is started for it. It is told by
  /// whoever commits, and must be short.
  public void tell(Consumer<RunId> whoMayBeginAtOnce) {
    listener = whoMayBeginAtOnce;
  }

  public void add(Ledger.Claimed run) {
    RunId id = run.claim().ref().run();
    waiting.put(id, new Born(run, System.nanoTime()));
    listener.accept(id);
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
