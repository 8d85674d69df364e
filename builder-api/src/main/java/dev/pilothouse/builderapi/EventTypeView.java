package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.chain.EventType;
import dev.pilothouse.chain.LearntShape;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.OwnEventTypes;
import dev.pilothouse.spi.EventTypes;
import dev.pilothouse.spi.EventTypes.Seen;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A type of events as it is shown: as the catalogue declares it, or as it was learnt from what
/// came.
final class EventTypeView {
  private static final String CATALOGUE = "catalogue";
  private static final String LEARNT = "learnt";

  /// @param origin `catalogue` or `learnt`
  /// @param ours Pilothouse writes such events itself
  /// @param alone nobody else may send one
  /// @param count how many have come; some seconds late
  record Row(
      String type,
      String title,
      String origin,
      boolean ours,
      boolean alone,
      long count,
      @Nullable Instant firstSeen,
      @Nullable Instant lastSeen) {
    static Row of(String name, Optional<EventType> declared, Optional<Seen> seen) {
      return new Row(
          name,
          declared.map(EventType::title).orElse(""),
          declared.isPresent() ? CATALOGUE : LEARNT,
          declared.filter(EventType::ours).isPresent(),
          OwnEventTypes.include(name),
          seen.map(Seen::count).orElse(0L),
          seen.map(Seen::first).orElse(null),
          seen.map(Seen::last).orElse(null));
    }
  }

  /// JSON Schemas.
  record Schema(
      @JsonRawValue String data,
      @JsonRawValue @Nullable String before,
      @JsonRawValue @Nullable String after) {
    static Schema declared(EventType type) {
      return new Schema(
          type.data().text(),
          type.change().map(change -> change.before().text()).orElse(null),
          type.change().map(change -> change.after().text()).orElse(null));
    }

    static Schema learnt(Optional<Json> shape) {
      return new Schema(
          shape.map(LearntShape::read).orElse(LearntShape.NONE).schema().text(), null, null);
    }
  }

  /// @param sources where such events came from: the first few
  /// @param newest the id of one of the last entries of this type
  /// @param example a whole event as CloudEvents writes it: of a learnt type one that came, null
  ///   where that is too large to be one
  record Detail(
      @JsonUnwrapped Row row,
      String about,
      List<String> sources,
      @Nullable String newest,
      Schema schema,
      @JsonRawValue @Nullable String example) {
    static Detail of(
        String name,
        Optional<EventType> declared,
        Optional<EventTypes.Whole> seen,
        Optional<JournalEntry> newest) {
      return new Detail(
          Row.of(name, declared, seen.map(EventTypes.Whole::seen)),
          declared.map(EventType::about).orElse(""),
          seen.stream().flatMap(it -> it.sources().stream()).sorted().toList(),
          seen.map(it -> it.seen().newest().toString()).orElse(null),
          declared
              .map(Schema::declared)
              .orElseGet(() -> Schema.learnt(seen.flatMap(EventTypes.Whole::shape))),
          declared
              .map(type -> type.example().text())
              .or(() -> newest.flatMap(ExampleEvent::of))
              .orElse(null));
    }
  }

  private EventTypeView() {}
}
