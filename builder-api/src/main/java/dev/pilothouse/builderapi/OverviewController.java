package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.ShownRuns.ShownRun;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.spi.Overview;
import dev.pilothouse.spi.Overview.Window;
import dev.pilothouse.spi.Runs;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Everything that the first page of the house shows, in one answer.
@RestController
@RequestMapping("/v1/overview")
final class OverviewController {
  private static final int RUNS = 10;
  private static final int NEEDY = 6;
  private static final int ENTRIES = 8;

  private static final Set<RunState> UNDER_WAY =
      EnumSet.of(RunState.QUEUED, RunState.RUNNING, RunState.WAITING, RunState.PAUSED);
  private static final Set<RunState> ENDED =
      EnumSet.of(RunState.FINISHED, RunState.FAILED, RunState.CANCELLED);

  private final Overview overview;
  private final ShownRuns shownRuns;
  private final Runs runs;
  private final LogBook logBook;
  private final Clock clock;

  OverviewController(Overview overview, Runs runs, LogBook logBook, Clock clock) {
    this.overview = overview;
    this.shownRuns = new ShownRuns(overview);
    this.runs = runs;
    this.logBook = logBook;
    this.clock = clock;
  }

  @GetMapping
  OverviewView of(
      @AuthenticationPrincipal Caller caller, @RequestParam(defaultValue = "24") int hours) {
    Window window =
        OverviewSpan.of(hours).orElseThrow(() -> noSuchSpan(hours)).until(clock.instant());
    List<RunSummary> needy = needy(caller, window);
    List<RunSummary> newest = newest(caller);
    List<ShownRun> shown =
        shownRuns.of(caller.tenant(), Stream.concat(needy.stream(), newest.stream()).toList());
    return OverviewView.of(
        hours,
        window,
        overview.of(caller.tenant(), window),
        shown.subList(0, needy.size()),
        shown.subList(needy.size(), shown.size()),
        logBook.newest(caller.tenant(), ENTRIES));
  }

  /// Those that nobody but a person can help first, then what went wrong.
  private List<RunSummary> needy(Caller caller, Window window) {
    Runs.Filter failed =
        new Runs.Filter(
            EnumSet.of(RunState.FAILED),
            "",
            "",
            Optional.of(window.from()),
            Optional.empty(),
            Runs.Kin.ANY,
            "");
    return Stream.concat(
            page(caller, in(EnumSet.of(RunState.NEEDS_PERSON)), NEEDY), page(caller, failed, NEEDY))
        .toList();
  }

  /// What is under way, and below it what ended last.
  private List<RunSummary> newest(Caller caller) {
    List<RunSummary> underWay = page(caller, in(UNDER_WAY), RUNS).toList();
    return underWay.size() == RUNS
        ? underWay
        : Stream.concat(underWay.stream(), page(caller, in(ENDED), RUNS - underWay.size()))
            .toList();
  }

  private Stream<RunSummary> page(Caller caller, Runs.Filter filter, int limit) {
    return runs.page(caller.tenant(), filter, Optional.empty(), limit).runs().stream();
  }

  private static Runs.Filter in(Set<RunState> states) {
    return new Runs.Filter(states, "", "", Optional.empty(), Optional.empty(), Runs.Kin.ANY, "");
  }

  private static RefusedException noSuchSpan(int hours) {
    return RefusedException.because(
        HttpStatus.BAD_REQUEST,
        "Expected 'hours' as one of " + OverviewSpan.hours() + ", but found " + hours + ".");
  }
}
