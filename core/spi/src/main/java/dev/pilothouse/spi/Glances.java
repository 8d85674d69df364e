package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Many automations at a glance: what a list of them shows beside each name. Whatever is asked for
/// many at once is bounded for each.
public interface Glances {
  /// Of those that the tenant has, in the order they were asked for.
  ///
  /// @param since runs that ended are counted when they were queued at or after
  List<Glance> of(TenantId tenant, List<AutomationId> automations, Instant since);

  /// @param description of the version in force; of the draft before the first publish
  /// @param startedBy types of events as that definition names them, `manual` and `api`; in its
  ///   order
  /// @param newest runs, the newest first, at most 30
  /// @param counts for every state; of runs that have not ended all
  record Glance(
      AutomationId automation,
      String description,
      List<String> startedBy,
      List<Newest> newest,
      Map<RunState, Runs.Count> counts) {
    public Glance {
      startedBy = List.copyOf(startedBy);
      newest = List.copyOf(newest);
      counts = Map.copyOf(counts);
    }
  }

  /// @param lasted from the first step to the end, or of a run that never began from the queue;
  ///   empty while it has not ended
  record Newest(RunId run, RunState state, Instant queuedAt, Optional<Duration> lasted) {}
}
