package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.toMap;

import dev.pilothouse.model.Awaited;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Overview;
import dev.pilothouse.spi.Runs.Count;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Shows what was put here; a quiet house until then.
final class OverviewFake implements Overview {
  volatile Optional<Figures> figures = Optional.empty();

  @Override
  public Figures of(TenantId tenant, Window window) {
    return figures.orElseGet(() -> quiet(window));
  }

  /// All of them wait for the same step.
  @Override
  public Map<RunId, Stop> stops(TenantId tenant, List<RunId> runs) {
    return runs.stream()
        .collect(
            toMap(
                run -> run,
                _ -> new Stop(Awaited.Kind.PERSON, "Mail", "No answer came.", Optional.empty())));
  }

  private static Figures quiet(Window window) {
    return new Figures(
        Map.of(),
        new Count(0, false),
        IntStream.range(0, window.slots()).mapToObj(_ -> Map.<RunState, Count>of()).toList(),
        new Intake(List.of(), false));
  }
}
