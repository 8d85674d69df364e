package dev.pilothouse.spi;

import dev.pilothouse.model.RunId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Runs between their birth and their first walk in the same process: what the commit knew of them,
/// so that the walk need not ask the database again. Losing one costs a read, nothing else.
public final class BornRuns {
  private final ConcurrentHashMap<RunId, Ledger.Claimed> waiting = new ConcurrentHashMap<>();

  public void add(Ledger.Claimed run) {
    waiting.put(run.claim().ref().run(), run);
  }

  /// Hands the run out once.
  public Optional<Ledger.Claimed> take(RunId run) {
    return Optional.ofNullable(waiting.remove(run));
  }

  public Set<RunId> runs() {
    return waiting.keySet();
  }
}
