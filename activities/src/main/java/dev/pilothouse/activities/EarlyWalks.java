package dev.pilothouse.activities;

import dev.pilothouse.model.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/// Walks that no workflow has asked for yet. Not too many: the next ones go by the dispatcher's
/// queue, which is fair between tenants.
final class EarlyWalks {
  static final int MOST = 128;

  /// Workflows come within milliseconds. While one has not come for so long, Temporal seems to take
  /// none, and nothing more is begun that it does not hold.
  static final Duration OVERDUE = Duration.ofSeconds(1);

  /// Then the workflow went to another process, or learns from the rows how it went.
  static final Duration KEPT = Duration.ofSeconds(10);

  private final ConcurrentHashMap<RunId, Begun> waiting = new ConcurrentHashMap<>();
  private final LongSupplier nanos;
  private volatile boolean workflowsCome = true;

  EarlyWalks(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /// @return empty when the run has to wait for its workflow
  Optional<EarlyWalk> admit(RunId run) {
    if (areOlderThan(OVERDUE).findAny().isPresent()) {
      workflowsCome = false;
      areOlderThan(KEPT).forEach(waiting.values()::remove);
    }
    if (!workflowsCome || waiting.size() >= MOST) {
      return Optional.empty();
    }
    EarlyWalk walk = new EarlyWalk(run, new Interruptible());
    waiting.put(run, new Begun(walk, nanos.getAsLong()));
    return Optional.of(walk);
  }

  private Stream<Begun> areOlderThan(Duration age) {
    long now = nanos.getAsLong();
    return waiting.values().stream().filter(begun -> now - begun.at() > age.toNanos());
  }

  /// Hands the walk out once. Whoever asks is a workflow that has come.
  Optional<EarlyWalk> take(RunId run) {
    workflowsCome = true;
    return forget(run);
  }

  /// It was not begun after all.
  Optional<EarlyWalk> forget(RunId run) {
    return Optional.ofNullable(waiting.remove(run)).map(Begun::walk);
  }

  private record Begun(EarlyWalk walk, long at) {}
}
