package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Overview;
import dev.pilothouse.spi.Overview.Stop;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Runs as lists show them: those that stand still with what they stand at, asked for all at once.
final class ShownRuns {
  private static final Set<RunState> STANDING = EnumSet.of(RunState.WAITING, RunState.NEEDS_PERSON);

  /// @param stop the step at which it stands; null where it goes on or has ended, or where it
  ///   cannot be told
  record ShownRun(@JsonUnwrapped RunView.Summary run, @Nullable At stop) {}

  /// @param kind what it waits for, as in [RunView.Waits]
  /// @param words why it stands there
  /// @param until when it goes on at the latest
  record At(String kind, String step, String words, @Nullable Instant until) {
    static At of(Stop stop) {
      return new At(
          stop.kind().name().toLowerCase(Locale.ROOT),
          stop.step(),
          stop.words(),
          stop.until().orElse(null));
    }
  }

  private final Overview overview;

  ShownRuns(Overview overview) {
    this.overview = overview;
  }

  List<ShownRun> of(TenantId tenant, List<RunSummary> runs) {
    List<RunId> standing =
        runs.stream()
            .filter(run -> STANDING.contains(run.state()))
            .map(RunSummary::id)
            .distinct()
            .toList();
    Map<RunId, Stop> stops = standing.isEmpty() ? Map.of() : overview.stops(tenant, standing);
    return runs.stream().map(run -> shown(run, Optional.ofNullable(stops.get(run.id())))).toList();
  }

  private static ShownRun shown(RunSummary run, Optional<Stop> stop) {
    return new ShownRun(RunView.Summary.of(run), stop.map(At::of).orElse(null));
  }
}
