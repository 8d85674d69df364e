package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.Awaited;
import dev.pilothouse.model.CalledRun;
import dev.pilothouse.model.EventSummary;
import dev.pilothouse.model.FailedStep;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunOrigin;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLetter;
import dev.pilothouse.model.WalkedVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A run as it is shown.
final class RunView {
  record Event(String id, String type, String subject, String source, Instant time) {
    static Event of(EventSummary event) {
      return new Event(
          event.id().toString(), event.type(), event.subject(), event.source(), event.time());
    }
  }

  /// The step that the run failed with.
  record Failure(String step, String name, String message) {
    static Failure of(FailedStep failed) {
      return new Failure(failed.step().text(), failed.name(), failed.message());
    }
  }

  /// @param step the one that waits for this run
  record Parent(String run, String step) {
    static Parent of(ParentStep parent) {
      return new Parent(parent.run().toString(), parent.step().text());
    }
  }

  /// @param from the step that is done again first; null for the whole
  /// @param requestedBy the event that tells who asked for it
  record Rerun(String run, @Nullable String from, String requestedBy) {
    static Rerun of(RunOrigin.Rerun rerun) {
      return new Rerun(
          rerun.of().toString(),
          rerun.from().map(StepKey::text).orElse(null),
          rerun.request().toString());
    }
  }

  /// @param version content hash of the definition it walks
  /// @param number of that version
  /// @param reason why it stands as it does: a failure, a stop, a cancel
  /// @param cancelling a cancel was ordered and not yet carried out
  /// @param pausing a pause was ordered and not yet carried out
  /// @param parent the step of another run that called it
  /// @param causedBy the run that wrote the entry this one is for
  /// @param durationMs from its first step to its end; null while it is under way
  record Summary(
      String id,
      String automation,
      String automationId,
      String version,
      int number,
      String state,
      @Nullable String reason,
      @Nullable Failure failure,
      boolean cancelling,
      boolean pausing,
      @Nullable String concurrencyKey,
      Event event,
      @Nullable Parent parent,
      @Nullable String causedBy,
      @Nullable Rerun rerunOf,
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      @Nullable Long durationMs) {
    static Summary of(RunSummary run) {
      WalkedVersion walks = run.walks();
      RunOrigin origin = run.origin();
      return new Summary(
          run.id().toString(),
          walks.name(),
          walks.automation().toString(),
          walks.version().hash().hash(),
          walks.version().number(),
          run.state().text(),
          nullIfEmpty(run.reason()),
          run.failure().map(Failure::of).orElse(null),
          run.cancelling(),
          run.pausing(),
          nullIfEmpty(run.concurrencyKey()),
          Event.of(run.event()),
          origin.parent().map(Parent::of).orElse(null),
          origin.cause().map(RunId::toString).orElse(null),
          origin.rerun().map(Rerun::of).orElse(null),
          run.queuedAt(),
          run.startedAt().orElse(null),
          run.finishedAt().orElse(null),
          run.lasted().map(Duration::toMillis).orElse(null));
    }
  }

  /// @param carriedOutAt null while the run has not yet followed it
  record Given(
      long id,
      String order,
      @Nullable String step,
      String actor,
      @Nullable String reason,
      Instant givenAt,
      @Nullable Instant carriedOutAt) {
    static Given of(GivenOrder given) {
      return new Given(
          given.id(),
          name(given.order()),
          step(given.order()),
          given.actor(),
          nullIfEmpty(given.reason()),
          given.givenAt(),
          given.carriedOutAt().orElse(null));
    }

    private static String name(Order order) {
      return switch (order) {
        case Order.Cancel _ -> "cancel";
        case Order.Pause _ -> "pause";
        case Order.Resume _ -> "resume";
        case Order.Skip _ -> "skip";
        case Order.RetryNow _ -> "retry";
      };
    }

    private static @Nullable String step(Order order) {
      return order instanceof Order.Skip(StepKey step) ? step.text() : null;
    }
  }

  /// @param kind `worker`, `turn`, `resume`, `answer`, `time`, `event`, `run`, `retry` or `person`
  /// @param step null where the run as a whole waits
  /// @param run the one that has to end first
  record Waits(
      String kind,
      @Nullable String step,
      String words,
      @Nullable Instant until,
      @Nullable String run) {
    static Waits of(Awaited awaited) {
      return new Waits(
          awaited.kind().name().toLowerCase(Locale.ROOT),
          awaited.step().map(StepKey::text).orElse(null),
          awaited.words(),
          awaited.until().orElse(null),
          awaited.run().map(RunId::toString).orElse(null));
    }
  }

  /// What has come for a step and is not yet read.
  record Letter(String step, Instant at, @JsonRawValue String body) {
    static Letter of(StepLetter letter) {
      return new Letter(letter.step().text(), letter.at(), letter.body().text());
    }
  }

  /// A run that a step called and waits for.
  record Called(String run, String step, String automation, String state) {
    static Called of(CalledRun called) {
      return new Called(
          called.run().toString(),
          called.step().text(),
          called.automation(),
          called.state().text());
    }
  }

  /// All of a run but its steps.
  ///
  /// @param moreSteps there are others than those shown, to be paged through
  /// @param waitsFor all of `waits` in words; null once nothing is awaited
  /// @param called newest first
  /// @param reruns ids of the runs that did it again, newest first
  record Head(
      @JsonUnwrapped Summary summary,
      boolean moreSteps,
      List<Given> orders,
      @Nullable String waitsFor,
      List<Waits> waits,
      List<Letter> letters,
      List<Called> called,
      boolean moreCalled,
      List<String> reruns,
      String workflowId) {
    static Head of(Run run) {
      return new Head(
          Summary.of(run.summary()),
          run.moreSteps(),
          run.orders().stream().map(Given::of).toList(),
          nullIfEmpty(run.waitsFor()),
          run.awaited().stream().map(Waits::of).toList(),
          run.letters().stream().map(Letter::of).toList(),
          run.kin().called().stream().map(Called::of).toList(),
          run.kin().moreCalled(),
          run.kin().reruns().stream().map(RunId::toString).toList(),
          run.summary().id().workflowId());
    }
  }

  /// The last word of a stream.
  record Ended(String state, @Nullable String reason, @Nullable Instant finishedAt) {
    static Ended of(RunSummary run) {
      return new Ended(
          run.state().text(), nullIfEmpty(run.reason()), run.finishedAt().orElse(null));
    }
  }

  record Detail(@JsonUnwrapped Head head, List<StepView> steps) {
    static Detail of(Run run) {
      return new Detail(
          Head.of(run),
          run.steps().stream().map(step -> StepView.of(run.summary().id(), step)).toList());
    }
  }

  private RunView() {}

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
