package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Glances;
import dev.pilothouse.spi.Glances.Glance;
import dev.pilothouse.spi.Glances.Newest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows many automations at a glance, for lists of them.
@RestController
@RequestMapping("/v1/automations/glances")
final class GlancesController {
  private static final int MOST = 200;
  private static final Duration LATELY = Duration.ofDays(7);

  /// @param durationMs null while it has not ended
  record Bar(String id, String state, Instant queuedAt, @Nullable Long durationMs) {
    static Bar of(Newest newest) {
      return new Bar(
          newest.run().toString(),
          newest.state().text(),
          newest.queuedAt(),
          newest.lasted().map(Duration::toMillis).orElse(null));
    }
  }

  record Shown(
      String automation,
      String description,
      List<String> startedBy,
      List<Bar> newest,
      List<RunsController.Count> counts) {
    static Shown of(Glance glance) {
      return new Shown(
          glance.automation().toString(),
          glance.description(),
          glance.startedBy(),
          glance.newest().stream().map(Bar::of).toList(),
          glance.counts().entrySet().stream()
              .sorted(Entry.comparingByKey())
              .map(it ->
                  new RunsController.Count(
                      it.getKey().text(), it.getValue().runs(), it.getValue().more()))
              .toList());
    }
  }

  record AllShown(List<Shown> items) {}

  private final Glances glances;
  private final Clock clock;

  GlancesController(Glances glances, Clock clock) {
    this.glances = glances;
    this.clock = clock;
  }

  @GetMapping
  AllShown of(@AuthenticationPrincipal Caller caller, @RequestParam(defaultValue = "") String ids) {
    return new AllShown(
        glances.of(caller.tenant(), read(ids), clock.instant().minus(LATELY)).stream()
            .map(Shown::of)
            .toList());
  }

  private static List<AutomationId> read(String ids) {
    List<String> given = Arrays.stream(ids.split(",", -1)).map(String::strip).distinct().toList();
    if (given.size() > MOST) {
      throw bad(
          "Expected 'ids' of at most " + MOST + " automations, but found " + given.size() + ".");
    }
    return given.stream().map(GlancesController::id).toList();
  }

  private static AutomationId id(String text) {
    return AutomationId.parse(text)
        .orElseThrow(() ->
            bad(
                "Expected 'ids' as ids of automations with commas between, but found '"
                    + text
                    + "'."));
  }

  private static RefusedException bad(String sentence) {
    return RefusedException.because(HttpStatus.BAD_REQUEST, sentence);
  }
}
