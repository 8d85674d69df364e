package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An entry of the journal as it is shown.
final class EntryView {
  /// @param event the entry that this one follows from
  /// @param run the run that wrote it
  /// @param depth how many runs stand between this entry and what came from outside
  record Cause(String event, String run, int depth) {
    static Cause of(NewEntry.Cause cause) {
      return new Cause(cause.event().toString(), cause.run().toString(), cause.depth());
    }
  }

  /// A row of a list: all but what can be large.
  record Row(
      String id,
      long position,
      String type,
      String subject,
      String source,
      String sourceId,
      Instant time,
      Instant recordedAt,
      String actor,
      @Nullable Cause cause) {
    static Row of(JournalEntry written) {
      NewEntry entry = written.entry();
      CloudEvent event = entry.event();
      return new Row(
          entry.id().toString(),
          written.position(),
          event.type(),
          event.subject(),
          event.source(),
          event.sourceId(),
          event.time(),
          written.recordedAt(),
          entry.actor(),
          entry.cause().map(Cause::of).orElse(null));
    }
  }

  /// @param before the record before it changed, where the entry tells of a change
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Whole(
      @JsonUnwrapped Row row,
      @JsonRawValue @Nullable String data,
      @Nullable String dataBase64,
      @Nullable String dataContentType,
      @JsonRawValue @Nullable String before,
      @JsonRawValue @Nullable String after) {
    static Whole of(JournalEntry written) {
      NewEntry entry = written.entry();
      String before = entry.change().map(NewEntry.Change::before).map(Json::text).orElse(null);
      String after = entry.change().map(NewEntry.Change::after).map(Json::text).orElse(null);
      return switch (entry.event().data()) {
        case EventData.Parsed(Json json) ->
            new Whole(Row.of(written), json.text(), null, null, before, after);
        case EventData.Raw(String type, String base64) ->
            new Whole(Row.of(written), null, base64, type, before, after);
      };
    }
  }

  private EntryView() {}
}
