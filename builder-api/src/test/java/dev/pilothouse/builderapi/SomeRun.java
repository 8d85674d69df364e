package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.EventSummary;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunOrigin;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.StepRecord.Settlement;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.model.WalkedVersion;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Runs that came from outside, with steps that are done.
final class SomeRun {
  static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");

  /// One for all: a run that is read again is as it was.
  private static final AutomationId AUTOMATION = AutomationId.next();

  private static final EventId EVENT = EventId.next();

  private SomeRun() {}

  static Run of(RunId id, RunState state, String... steps) {
    NumberedVersion version = new NumberedVersion(VersionId.of(Json.NULL), 3);
    return of(id, state, new WalkedVersion(AUTOMATION, "Greet", version), steps);
  }

  static Run of(RunId id, RunState state, WalkedVersion walks, String... steps) {
    return new Run(
        summary(id, state, walks),
        Stream.of(steps).map(SomeRun::done).toList(),
        false,
        List.of(),
        List.of(),
        Run.Kin.NONE);
  }

  private static RunSummary summary(RunId id, RunState state, WalkedVersion walks) {
    return new RunSummary(
        id,
        walks,
        state,
        "",
        Optional.empty(),
        "",
        false,
        false,
        RunOrigin.OUTSIDE,
        new EventSummary(EVENT, "crm.deal.won", "deal/42", "/crm", NOW),
        NOW,
        Optional.of(NOW),
        state.ended() ? Optional.of(NOW.plusMillis(1_250)) : Optional.empty());
  }

  static StepRecord done(String key) {
    return new StepRecord(
        new StepKey(key),
        new StepLabel("Step " + key, "transform"),
        NOW,
        Optional.empty(),
        Optional.of(
            new Settlement(
                new StepOutcome.Completed(new Json("{\"of\":\"" + key + "\"}")),
                1,
                Json.NULL,
                false,
                NOW)),
        Optional.empty(),
        Optional.empty());
  }
}
