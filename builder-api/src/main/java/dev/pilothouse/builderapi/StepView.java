package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.StepRecord.Awaiting;
import dev.pilothouse.model.StepRecord.Reservation;
import dev.pilothouse.model.StepRecord.Settlement;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A step of a run as it is shown.
///
/// @param state `running`, `waiting`, `finished`, `failed`, `skipped` or `unknown`
/// @param reason why it was skipped, or why nobody knows its outcome
/// @param keptFrom the run that did it, where this one keeps its outcome
record StepView(
    String id,
    String name,
    String kind,
    String state,
    int attempts,
    Instant startedAt,
    @Nullable Instant finishedAt,
    @JsonRawValue @Nullable String input,
    @JsonRawValue @Nullable String output,
    @Nullable Failure error,
    @Nullable String reason,
    @Nullable Effect effect,
    @Nullable Waits waits,
    @Nullable Progress progress,
    @Nullable String keptFrom) {

  record Failure(String code, String kind, String message) {
    static Failure of(StepError error) {
      return new Failure(
          error.code(), error.kind().name().toLowerCase(Locale.ROOT), error.message());
    }
  }

  /// What the step does in the world.
  ///
  /// @param state `reserved` while it is under way or tried again, `done`, `failed`, or `unknown`
  /// @param late told by a sender that had lost its claim meanwhile
  /// @param sentAt when the newest attempt was reserved, right before it was sent
  /// @param deadline after it the sender certainly sends no more
  record Effect(
      String id,
      @JsonProperty("class") String kind,
      String state,
      boolean late,
      Instant sentAt,
      Instant deadline) {
    static Effect of(RunId run, StepRecord step, Reservation reservation) {
      return new Effect(
          new EffectId(run, step.key()).toString(),
          reservation.effectClass().text(),
          step.outcome().map(Effect::state).orElse("reserved"),
          step.settlement().map(Settlement::late).orElse(false),
          reservation.reservedAt(),
          reservation.deadline());
    }

    /// A step that was left out after its call had been reserved may have acted.
    private static String state(StepOutcome outcome) {
      return switch (outcome) {
        case StepOutcome.Completed _ -> "done";
        case StepOutcome.Failed _ -> "failed";
        case StepOutcome.Skipped _, StepOutcome.Unknown _ -> "unknown";
      };
    }
  }

  record Waits(Instant due, String reason) {
    static Waits of(Awaiting awaiting) {
      return new Waits(awaiting.due(), awaiting.reason());
    }
  }

  /// How far a loop is: of so many items so many are behind, and so many of these failed.
  record Progress(int items, int done, int failed) {
    static Progress of(LoopProgress progress) {
      return new Progress(progress.items(), progress.done(), progress.failed());
    }
  }

  static StepView of(RunId run, StepRecord step) {
    Optional<StepOutcome> outcome = step.outcome();
    return new StepView(
        step.key().text(),
        step.label().name(),
        step.label().kind(),
        outcome.map(StepView::state).orElseGet(() -> stateOfOpen(step)),
        attempts(step),
        step.startedAt(),
        step.settlement().map(Settlement::at).orElse(null),
        input(step),
        outcome.flatMap(StepView::output).map(Json::text).orElse(null),
        outcome.flatMap(StepView::error).map(Failure::of).orElse(null),
        outcome.flatMap(StepView::reason).orElse(null),
        step.reservation().map(it -> Effect.of(run, step, it)).orElse(null),
        step.waitsNow().map(Waits::of).orElse(null),
        step.progress().map(Progress::of).orElse(null),
        step.keptFrom().map(RunId::toString).orElse(null));
  }

  private static String state(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Completed _ -> "finished";
      case StepOutcome.Failed _ -> "failed";
      case StepOutcome.Skipped _ -> "skipped";
      case StepOutcome.Unknown _ -> "unknown";
    };
  }

  private static String stateOfOpen(StepRecord step) {
    return step.waitsNow().isPresent() ? "waiting" : "running";
  }

  private static int attempts(StepRecord step) {
    return step.settlement()
        .map(Settlement::attempts)
        .or(() -> step.reservation().map(Reservation::attempt))
        .or(() -> step.awaiting().map(Awaiting::attempt))
        .orElse(1);
  }

  private static @Nullable String input(StepRecord step) {
    return step.settlement()
        .map(Settlement::input)
        .or(() -> step.reservation().map(Reservation::input))
        .or(() -> step.awaiting().map(Awaiting::input))
        .map(Json::text)
        .orElse(null);
  }

  private static Optional<Json> output(StepOutcome outcome) {
    return outcome instanceof StepOutcome.Completed(Json output)
        ? Optional.of(output)
        : Optional.empty();
  }

  private static Optional<StepError> error(StepOutcome outcome) {
    return outcome instanceof StepOutcome.Failed(StepError error)
        ? Optional.of(error)
        : Optional.empty();
  }

  private static Optional<String> reason(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Skipped(String reason) -> Optional.of(reason);
      case StepOutcome.Unknown(String reason) -> Optional.of(reason);
      case StepOutcome.Completed _, StepOutcome.Failed _ -> Optional.empty();
    };
  }
}
