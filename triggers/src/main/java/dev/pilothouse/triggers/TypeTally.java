package dev.pilothouse.triggers;

import dev.pilothouse.chain.LearntShape;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.spi.EventTypes.Seen;
import dev.pilothouse.spi.EventTypes.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What came of one type since the last time it was written.
final class TypeTally {
  private static final int MOST_SOURCES = 8;
  private static final int LONGEST_SOURCE = 200;

  private final boolean declared;
  private final Instant first = Instant.now();
  private final Set<String> sources = new LinkedHashSet<>();
  private final List<EventData> samples = new ArrayList<>();
  private Instant last = first;
  private EventId newest;
  private boolean lookedAt;
  private long count;

  TypeTally(boolean declared, EventId newest) {
    this.declared = declared;
    this.newest = newest;
  }

  boolean declared() {
    return declared;
  }

  void count(NewEntry entry) {
    count++;
    newest = entry.id();
    last = Instant.now();
    String source = entry.event().source();
    if (sources.size() < MOST_SOURCES && source.length() <= LONGEST_SOURCE) {
      sources.add(source);
    }
  }

  /// Something is learnt of it, and be it that there is such a type.
  void lookAt() {
    lookedAt = true;
  }

  void sample(NewEntry entry) {
    samples.add(entry.event().data());
  }

  Sighting sighting(String type) {
    return new Sighting(
        new Seen(type, count, first, last, newest),
        declared,
        sources,
        lookedAt ? Optional.of(this::shaped) : Optional.empty());
  }

  private Json shaped(Optional<Json> known) {
    return known.map(LearntShape::read).orElse(LearntShape.NONE).with(samples).stored();
  }
}
