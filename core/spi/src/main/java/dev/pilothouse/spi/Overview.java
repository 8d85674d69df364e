package dev.pilothouse.spi;

import dev.pilothouse.model.Awaited;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs.Count;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A whole company at a glance: how its runs stand, how they went lately, and what came in. Each
/// figure ends at a bound, and says so.
public interface Overview {
  Figures of(TenantId tenant, Window window);

  /// The step at which each of these runs stands: the one whose effect nobody knows, else the one
  /// that is awaited first. Of a run with very many steps it may not be told.
  Map<RunId, Stop> stops(TenantId tenant, List<RunId> runs);

  /// @param step as people call it
  /// @param words why, in a sentence
  /// @param until when it goes on at the latest
  record Stop(Awaited.Kind kind, String step, String words, Optional<Instant> until) {}

  /// So many stretches of time, one after the other.
  record Window(Instant from, Duration slot, int slots) {
    public Instant at(int place) {
      return from.plus(slot.multipliedBy(place));
    }

    public Instant until() {
      return at(slots);
    }
  }

  /// @param now of each state in which a run has not ended
  /// @param unknownEffects of which a person has to say whether they happened
  /// @param slots of each of them, in their order, the runs that were queued in it by how they
  ///   stand now; states without a run are left out
  record Figures(
      Map<RunState, Now> now,
      Count unknownEffects,
      List<Map<RunState, Count>> slots,
      Intake intake) {
    public Figures {
      now = Map.copyOf(now);
      slots = List.copyOf(slots);
    }
  }

  /// @param oldest when the first of them was queued
  /// @param next when the first of them goes on by itself; empty also where there are too many to
  ///   tell
  record Now(Count count, Optional<Instant> oldest, Optional<Instant> next) {}

  /// @param sources those with the most events first
  /// @param more only the newest of what came is counted
  record Intake(List<Source> sources, boolean more) {
    public Intake {
      sources = List.copyOf(sources);
    }
  }

  /// @param received events that were accepted
  /// @param fired those of them that started a run
  /// @param refused deliveries that were not accepted
  record Source(String name, int received, int fired, int refused) {}
}
