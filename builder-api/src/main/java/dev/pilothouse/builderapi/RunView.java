package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.pilothouse.model.EventSummary;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepKey;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A run as it is shown.
final class RunView {
  record Event(String id, String type, String subject, String source, Instant time) {
    static Event of(EventSummary event) {
      return new Event(
          event.id().toString(), event.type(), event.subject(), event.source(), event.time());
    }
  }

  /// @param reason why it stands as it does: a failure, a stop, a cancel
  /// @param cancelling a cancel was ordered and not yet carried out
  record Summary(
      String id,
      String automation,
      String state,
      @Nullable String reason,
      boolean cancelling,
      @Nullable String concurrencyKey,
      Event event,
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    static Summary of(RunSummary run) {
      return new Summary(
          run.id().toString(),
          run.automation(),
          run.state().text(),
          nullIfEmpty(run.reason()),
          run.cancelling(),
          nullIfEmpty(run.concurrencyKey()),
          Event.of(run.event()),
          run.queuedAt(),
          run.startedAt().orElse(null),
          run.finishedAt().orElse(null));
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

  /// @param version content hash of the definition it was started with
  /// @param waitsFor in words; null once nothing is awaited
  record Detail(
      @JsonUnwrapped Summary summary,
      String automationId,
      String version,
      List<StepView> steps,
      List<Given> orders,
      @Nullable String waitsFor,
      String workflowId) {
    static Detail of(Run run) {
      return new Detail(
          Summary.of(run.summary()),
          run.automation().toString(),
          run.version().hash(),
          run.steps().stream().map(step -> StepView.of(run.summary().id(), step)).toList(),
          run.orders().stream().map(Given::of).toList(),
          nullIfEmpty(run.waitsFor()),
          run.summary().id().workflowId());
    }
  }

  private RunView() {}

  private static @Nullable String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
