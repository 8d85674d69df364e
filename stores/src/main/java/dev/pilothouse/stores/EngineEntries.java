package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.stores.LedgerStatement.Move;
import dev.pilothouse.stores.LedgerStatement.Written;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// What the engine itself tells the journal: that a run began, and how it ended.
final class EngineEntries {
  private EngineEntries() {}

  static List<NewEntry> of(List<Written> written) {
    return written.stream()
        .flatMap(it -> it.move().stream().flatMap(move -> of(it.ref(), move).stream()))
        .toList();
  }

  private static List<NewEntry> of(RunRef ref, Move move) {
    Told told = Told.of(ref, move);
    List<NewEntry> entries = new ArrayList<>(2);
    if (move.begun()) {
      entries.add(started(ref.tenant(), told));
    }
    if (move.ended()) {
      entries.add(
          entry(ref.tenant(), told, ended(move.state()), about(told).put("reason", move.reason())));
    }
    return entries;
  }

  /// What is told of a run.
  ///
  /// @param name of its automation
  /// @param cause what follows from the run
  record Told(AutomationId automation, String name, Cause cause) {
    static Told of(RunRef ref, Move move) {
      return new Told(
          move.automation(), move.name(), new Cause(move.event(), ref.run(), move.depth()));
    }
  }

  static NewEntry started(TenantId tenant, Told told) {
    return entry(tenant, told, "run.started", about(told));
  }

  private static String ended(RunState state) {
    return switch (state) {
      case FAILED -> "run.failed";
      case CANCELLED -> "run.cancelled";
      case FINISHED, QUEUED, RUNNING, WAITING, NEEDS_PERSON, PAUSED -> "run.finished";
    };
  }

  static NewEntry entry(TenantId tenant, Told told, String type, ObjectNode said) {
    String run = "run/" + told.cause().run();
    return NewEntry.fromOurselves(tenant, type, run, run, JsonObjects.text(said))
        .causedBy(told.cause());
  }

  /// What every entry about a run says of it.
  static ObjectNode about(Told told) {
    return JsonObjects.empty()
        .put("automation", told.name())
        .put("automation_id", told.automation().toString());
  }
}
