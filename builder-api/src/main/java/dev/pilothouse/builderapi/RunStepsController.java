package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Runs;
import dev.pilothouse.spi.Runs.StepPage;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows what is too much to be shown with a run: its many steps, and their many attempts.
@RestController
@RequestMapping("/v1/runs/{id}/steps")
final class RunStepsController {
  private final Runs runs;

  RunStepsController(Runs runs) {
    this.runs = runs;
  }

  @GetMapping
  PageLimit.Page<StepView> page(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String under,
      @RequestParam(defaultValue = "") String after,
      @RequestParam(defaultValue = "50") int limit) {
    RunId run = RunId.parse(id).orElseThrow(() -> RunsController.unknown(id));
    int rows = new PageLimit(limit).rows();
    StepPage page =
        (under.isEmpty()
                ? runs.steps(caller.tenant(), run, step(after), rows)
                : runs.turns(caller.tenant(), run, loop(under), turn(after), rows))
            .orElseThrow(() -> RunsController.unknown(id));
    return new PageLimit.Page<>(
        page.steps().stream().map(step -> StepView.of(run, step)).toList(),
        page.goOn().orElse(null));
  }

  @GetMapping("/{step}/attempts")
  PastAttempts attempts(
      @AuthenticationPrincipal Caller caller, @PathVariable String id, @PathVariable String step) {
    return RunId.parse(id)
        .flatMap(run -> runs.pastAttempts(caller.tenant(), run, new StepKey(AddressText.of(step))))
        .map(PastAttempts::of)
        .orElseThrow(() -> RunsController.unknown(id));
  }

  private static Optional<StepKey> step(String after) {
    return Optional.of(AddressText.of(after)).filter(it -> !it.isEmpty()).map(StepKey::new);
  }

  private static StepKey loop(String under) {
    if (!under.matches("[\\w.-]{1,1000}")) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected 'under' as the id of a loop, such as each or each.3.inner, but found '"
              + under
              + "'.");
    }
    return new StepKey(under);
  }

  private static int turn(String after) {
    if (after.isEmpty()) {
      return -1;
    }
    if (!after.matches("\\d{1,7}")) {
      throw RefusedException.because(
          HttpStatus.BAD_REQUEST,
          "Expected 'after' as the 'next' of an earlier page of this loop, but found '"
              + after
              + "'.");
    }
    return Integer.parseInt(after);
  }
}
