package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.ShownRuns.ShownRun;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RunId;
import dev.pilothouse.spi.Overview;
import dev.pilothouse.spi.Runs;
import dev.pilothouse.spi.Runs.Found;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
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
  /// @param next what `before` asks for on the next page; null on the last one
  /// @param searchedBackTo of a search for text that goes on: runs queued later are looked through
  record RunPage(List<ShownRun> items, @Nullable String next, @Nullable Instant searchedBackTo) {
    static RunPage of(Found found, List<ShownRun> shown, boolean searched) {
      return new RunPage(
          shown,
          found.goOn().map(RunId::toString).orElse(null),
          found.goOn().filter(_ -> searched).map(RunId::bornAt).orElse(null));
    }
  }

  /// @param more there are more than these
  record Count(String state, int runs, boolean more) {}

  record Counts(List<Count> items) {}

  private final Runs runs;
  private final ShownRuns shown;

  RunsController(Runs runs, Overview overview) {
    this.runs = runs;
    this.shown = new ShownRuns(overview);
  }

  @GetMapping("/{id}")
  RunView.Detail one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return RunId.parse(id)
        .flatMap(run -> runs.find(caller.tenant(), run))
        .map(RunView.Detail::of)
        .orElseThrow(() -> unknown(id));
  }

  @GetMapping
  RunPage page(
      @AuthenticationPrincipal Caller caller,
      RunFilter asked,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    Runs.Filter filter = asked.read();
    Found found = runs.page(caller.tenant(), filter, cursor(before), new PageLimit(limit).rows());
    return RunPage.of(found, shown.of(caller.tenant(), found.runs()), !filter.text().isEmpty());
  }

  @GetMapping("/counts")
  Counts counts(@AuthenticationPrincipal Caller caller, RunFilter asked) {
    return new Counts(
        runs.counts(caller.tenant(), asked.read()).entrySet().stream()
            .map(it -> new Count(it.getKey().text(), it.getValue().runs(), it.getValue().more()))
            .toList());
  }

  private static Optional<RunId> cursor(String before) {
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(RunId.parse(before).orElseThrow(() -> PageLimit.badCursor(before)));
  }

  static RefusedException unknown(String id) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no run '" + id + "' here. It may belong to someone else, or be mistyped.");
  }
}
