package dev.pilothouse.stores;

import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.stores.LedgerStatement.Move;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// What the engine itself tells the journal: that a run began, and how it ended.
final class EngineEntries {
  private static final String SOURCE = "pilothouse";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private EngineEntries() {}

  static List<NewEntry> of(List<Written> written) {
    return written.stream()
        .flatMap(it -> it.move().stream().flatMap(move -> of(it.ref(), move).stream()))
        .toList();
  }

  private static List<NewEntry> of(RunRef ref, Move move) {
    List<NewEntry> entries = new ArrayList<>(2);
    if (move.begun()) {
      entries.add(entry(ref, move, "run.started", Map.of()));
    }
    if (move.ended()) {
      entries.add(entry(ref, move, ended(move.state()), Map.of("reason", move.reason())));
    }
    return entries;
  }

  private static String ended(RunState state) {
    return switch (state) {
      case FAILED -> "run.failed";
      case CANCELLED -> "run.cancelled";
      case FINISHED, QUEUED, RUNNING, WAITING, NEEDS_PERSON, PAUSED -> "run.finished";
    };
  }

  private static NewEntry entry(RunRef ref, Move move, String type, Map<String, String> more) {
    EventId id = EventId.next();
    return new NewEntry(
        id,
        ref.tenant(),
        new CloudEvent(
            SOURCE,
            id.toString(),
            type,
            "run/" + ref.run(),
            Instant.now(),
            new EventData.Parsed(data(move, more))),
        Optional.empty(),
        "run/" + ref.run(),
        Optional.of(new Cause(move.event(), ref.run(), move.depth())));
  }

  private static Json data(Move move, Map<String, String> more) {
    var data = JSON.createObjectNode();
    data.put("automation", move.name());
    data.put("automation_id", move.automation().toString());
    more.forEach(data::put);
    return new Json(data.toString());
  }
}
