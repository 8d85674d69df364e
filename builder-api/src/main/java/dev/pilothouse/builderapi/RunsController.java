package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs;
import java.util.List;
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
  private final Runs runs;

  RunsController(Runs runs) {
    this.runs = runs;
  }

  @GetMapping("/{id}")
  RunView.Detail one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return RunId.parse(id)
        .flatMap(run -> runs.find(caller.tenant(), run))
        .map(RunView.Detail::of)
        .orElseThrow(() -> unknown(id));
  }

  @GetMapping
  PageLimit.Page<RunView.Summary> newest(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    PageLimit rows = new PageLimit(limit);
    return rows.page(
        found(caller.tenant(), before, rows.withNext()),
        RunView.Summary::of,
        run -> run.id().toString());
  }

  private List<RunSummary> found(TenantId tenant, String before, int limit) {
    if (before.isEmpty()) {
      return runs.newest(tenant, limit);
    }
    RunId cursor = RunId.parse(before).orElseThrow(() -> PageLimit.badCursor(before));
    return runs.newestBefore(tenant, cursor, limit);
  }

  static RefusedException unknown(String id) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no run '" + id + "' here. It may belong to someone else, or be mistyped.");
  }
}
