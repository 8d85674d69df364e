package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.chain.DurationText;
import dev.pilothouse.chain.Rehearsed.Fork;
import dev.pilothouse.chain.Rehearsed.Part;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A step as it would be done.
///
/// @param state `finished`, `failed` or `skipped`
/// @param assumed where the outcome comes from, where it was not worked out as a run would:
///   `preview`, `example`, `given` or `time`
/// @param lasts how long a run would wait here, such as `2h`
/// @param branches that go on from here, taken or not
@JsonInclude(JsonInclude.Include.NON_NULL)
record PlayedStep(
    String id,
    String name,
    String kind,
    String state,
    @JsonRawValue String input,
    @JsonRawValue @Nullable String output,
    StepView.@Nullable Failure error,
    @Nullable String assumed,
    @Nullable Preview preview,
    @Nullable String lasts,
    @Nullable List<Branch> branches) {

  /// What the step would do outside of the chain.
  ///
  /// @param basis of the outcome; empty where it was worked out
  record Shown(String sentence, Json details, String basis) {}

  /// @param details our own records before and after, texts that would be sent, people to be told
  record Preview(String sentence, @JsonRawValue String details) {
    static Preview of(Shown shown) {
      return new Preview(shown.sentence(), shown.details().text());
    }
  }

  /// @param steps ids of those that stand there at the top
  record Branch(String name, boolean taken, String why, List<String> steps) {
    static Branch of(Fork fork) {
      return new Branch(
          fork.name(), fork.taken(), fork.why(), fork.steps().stream().map(StepKey::text).toList());
    }
  }

  static PlayedStep of(Part<Shown> part) {
    return new PlayedStep(
        part.key().text(),
        part.label().name(),
        part.label().kind(),
        state(part.outcome()),
        part.input().text(),
        part.outcome() instanceof StepOutcome.Completed(Json output) ? output.text() : null,
        part.outcome() instanceof StepOutcome.Failed(StepError error)
            ? StepView.Failure.of(error)
            : null,
        part.assumed() ? part.shown().map(Shown::basis).orElse("time") : null,
        part.shown().map(Preview::of).orElse(null),
        part.lasts().map(PlayedStep::inWords).orElse(null),
        part.forks().isEmpty() ? null : part.forks().stream().map(Branch::of).toList());
  }

  private static String state(StepOutcome outcome) {
    return switch (outcome) {
      case StepOutcome.Completed _ -> "finished";
      case StepOutcome.Failed _ -> "failed";
      case StepOutcome.Skipped _, StepOutcome.Unknown _ -> "skipped";
    };
  }

  private static String inWords(Duration time) {
    return Optional.of(time)
        .filter(it -> !it.isZero())
        .map(DurationText::readable)
        .orElse("no time");
  }
}
