package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.builderapi.ShownRuns.ShownRun;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Overview;
import dev.pilothouse.spi.Overview.Figures;
import dev.pilothouse.spi.Overview.Source;
import dev.pilothouse.spi.Overview.Window;
import dev.pilothouse.spi.Runs.Count;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The house at a glance, as it is shown.
///
/// @param slotMs how long each stretch of time is
/// @param needy runs that wait for a person, then those that failed within the time
/// @param runs under way, newest first, and then those that ended last
/// @param entries the newest of the journal but for what runs say of themselves
record OverviewView(
    int hours,
    Instant from,
    Instant until,
    long slotMs,
    List<Now> now,
    Unknown unknownEffects,
    List<Slot> slots,
    Intake intake,
    List<ShownRun> needy,
    List<ShownRun> runs,
    List<Entry> entries) {
  /// @param oldest when the first of them was queued
  /// @param next when the first of them goes on by itself
  record Now(
      String state, int runs, boolean more, @Nullable Instant oldest, @Nullable Instant next) {
    static Now of(RunState state, Overview.Now now) {
      return new Now(
          state.text(),
          now.count().runs(),
          now.count().more(),
          now.oldest().orElse(null),
          now.next().orElse(null));
    }
  }

  record Unknown(int effects, boolean more) {}

  /// Runs that were queued in it.
  ///
  /// @param failed of them
  /// @param unknown of them, those that wait for a person's word
  /// @param ended of them
  /// @param more counting ended here: there are more
  record Slot(Instant at, int started, int ended, int failed, int unknown, boolean more) {
    private static final Set<RunState> ALL = EnumSet.allOf(RunState.class);
    private static final Set<RunState> ENDED =
        EnumSet.of(RunState.FINISHED, RunState.FAILED, RunState.CANCELLED);

    static Slot of(Instant at, Map<RunState, Count> found) {
      return new Slot(
          at,
          sum(found, ALL),
          sum(found, ENDED),
          sum(found, EnumSet.of(RunState.FAILED)),
          sum(found, EnumSet.of(RunState.NEEDS_PERSON)),
          found.values().stream().anyMatch(Count::more));
    }

    private static int sum(Map<RunState, Count> found, Set<RunState> states) {
      return found.entrySet().stream()
          .filter(each -> states.contains(each.getKey()))
          .mapToInt(each -> each.getValue().runs())
          .sum();
    }
  }

  /// @param more only the newest of what came is counted
  record Intake(List<From> sources, boolean more) {}

  record From(String source, int received, int fired, int refused) {
    static From of(Source source) {
      return new From(source.name(), source.received(), source.fired(), source.refused());
    }
  }

  /// @param title of its type, where it is a known one
  record Entry(@JsonUnwrapped ShortChanges.Row row, String title, String actorName) {}

  static OverviewView of(
      int hours,
      Window window,
      Figures figures,
      List<ShownRun> needy,
      List<ShownRun> runs,
      List<Entry> entries) {
    return new OverviewView(
        hours,
        window.from(),
        window.until(),
        window.slot().toMillis(),
        figures.now().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(it -> Now.of(it.getKey(), it.getValue()))
            .toList(),
        new Unknown(figures.unknownEffects().runs(), figures.unknownEffects().more()),
        IntStream.range(0, window.slots())
            .mapToObj(place -> Slot.of(window.at(place), figures.slots().get(place)))
            .toList(),
        new Intake(
            figures.intake().sources().stream().map(From::of).toList(), figures.intake().more()),
        needy,
        runs,
        entries);
  }
}
