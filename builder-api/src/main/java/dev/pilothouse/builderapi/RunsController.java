package dev.pilothouse.builderapi;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.EventSummary;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows runs.
@RestController
@RequestMapping("/v1/runs")
final class RunsController {
  private static final int LONGEST_PAGE = 200;

  record Event(String id, String type, String subject, String source, Instant time) {
    static Event of(EventSummary event) {
      return new Event(
          event.id().toString(), event.type(), event.subject(), event.source(), event.time());
    }
  }

  record Summary(
      String id,
      String automation,
      String state,
      Event event,
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt) {
    static Summary of(RunSummary run) {
      return new Summary(
          run.id().toString(),
          run.automation(),
          run.state().name().toLowerCase(Locale.ROOT),
          Event.of(run.event()),
          run.queuedAt(),
          run.startedAt().orElse(null),
          run.finishedAt().orElse(null));
    }
  }

  record Page(List<Summary> items, @Nullable String next) {}

  record Failure(String message) {}

  record Step(
      String id,
      String name,
      String state,
      int attempts,
      Instant startedAt,
      Instant finishedAt,
      @JsonRawValue @Nullable String output,
      @Nullable Failure error) {
    static Step of(StepRecord step) {
      return switch (step.outcome()) {
        case StepOutcome.Completed(var output) -> of(step, "finished", output.text(), null);
        case StepOutcome.Failed(var message) -> of(step, "failed", null, new Failure(message));
      };
    }

    private static Step of(
        StepRecord step, String state, @Nullable String output, @Nullable Failure error) {
      return new Step(
          step.id(),
          step.name(),
          state,
          step.attempts(),
          step.startedAt(),
          step.finishedAt(),
          output,
          error);
    }
  }

  record Detail(
      String id,
      String automation,
      String state,
      Event event,
      Instant queuedAt,
      @Nullable Instant startedAt,
      @Nullable Instant finishedAt,
      List<Step> steps,
      @Nullable String waitsFor,
      String workflowId) {
    static Detail of(Run run) {
      Summary summary = Summary.of(run.summary());
      return new Detail(
          summary.id(),
          summary.automation(),
          summary.state(),
          summary.event(),
          summary.queuedAt(),
          summary.startedAt(),
          summary.finishedAt(),
          run.steps().stream().map(Step::of).toList(),
          run.waitsFor().isEmpty() ? null : run.waitsFor(),
          run.summary().id().workflowId());
    }
  }

  private final Runs runs;

  RunsController(Runs runs) {
    this.runs = runs;
  }

  @GetMapping("/{id}")
  Detail one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return RunId.parse(id)
        .flatMap(run -> runs.find(caller.tenant(), run))
        .map(Detail::of)
        .orElseThrow(() -> unknown(id));
  }

  @GetMapping
  Page newest(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    if (limit < 1 || limit > LONGEST_PAGE) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected 'limit' between 1 and " + LONGEST_PAGE + ", but found " + limit + ".");
    }
    List<RunSummary> found = page(caller.tenant(), before, limit + 1);
    List<Summary> items = found.stream().limit(limit).map(Summary::of).toList();
    return new Page(items, found.size() > limit ? items.getLast().id() : null);
  }

  private List<RunSummary> page(TenantId tenant, String before, int limit) {
    if (before.isEmpty()) {
      return runs.newest(tenant, limit);
    }
    RunId cursor =
        RunId.parse(before)
            .orElseThrow(() ->
                RefusedException.because(
                    HttpStatus.BAD_REQUEST,
                    "Expected 'before' as the 'next' of an earlier page, but found '"
                        + before
                        + "'."));
    return runs.newestBefore(tenant, cursor, limit);
  }

  private static RefusedException unknown(String id) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no run '" + id + "' here. It may belong to someone else, or be mistyped.");
  }
}
