package dev.pilothouse.spi;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which types of events have come to a tenant, how often, and what those looked like that nobody
/// has declared. No more of them are kept than people can look through: where there is no room,
/// those that came once or twice go first, and else the new ones are not kept.
public interface EventTypes {
  /// How often a type came. Counted by every process after its commits, some seconds late; what a
  /// process had counted and not written when it died is missing.
  ///
  /// @param newest one of the last that came
  record Seen(String type, long count, Instant first, Instant last, EventId newest) {}

  /// @param sources where they came from: the first few
  /// @param shape as it was learnt; empty for a type that is declared
  record Whole(Seen seen, Set<String> sources, Optional<Json> shape) {
    public Whole {
      sources = Set.copyOf(sources);
    }
  }

  /// By name.
  ///
  /// @param beginning of the type; empty for all
  /// @param after the type of the last one of the page before
  List<Seen> page(TenantId tenant, String beginning, Optional<String> after, int limit);

  Optional<Whole> find(TenantId tenant, String type);

  /// Those that nobody has declared.
  List<String> learnt(TenantId tenant);

  /// What some events of a type add to what is known of it.
  ///
  /// @param declared somebody has said what such events carry: nothing has to be learnt of them
  /// @param shaping makes of the shape that is known the one with these events; empty where it
  ///   stays as it is
  record Sighting(Seen seen, boolean declared, Set<String> sources, Optional<Shaping> shaping) {
    public Sighting {
      sources = Set.copyOf(sources);
    }
  }

  interface Shaping {
    /// @param known empty where nothing is
    Json with(Optional<Json> known);
  }

  void add(TenantId tenant, Collection<Sighting> sightings);
}
