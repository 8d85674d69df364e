package dev.pilothouse.builderapi;

import dev.pilothouse.builderapi.DryRunRequest.Chain;
import dev.pilothouse.builderapi.PlayedStep.Shown;
import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.Rehearsal;
import dev.pilothouse.chain.Rehearsed;
import dev.pilothouse.model.Caller;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Desk;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Journal;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows what an automation would do for an event. Nothing leaves the house and nothing is written:
/// changes of our own records are tried together and undone together, so that a step sees those of
/// the steps before it.
@RestController
final class DryRunController {
  static final int MOST_STEPS = 300;
  static final int MOST_LETTERS = 4_000_000;

  private final DryRunReader reader;
  private final Automations automations;
  private final Handover handover;
  private final Actions actions;
  private final Desk desk;
  private final EventCatalogue eventTypes;
  private final Clock clock;
  private final Duration longest;

  DryRunController(
      Automations automations,
      Handover handover,
      Journal journal,
      DefinitionText definitions,
      Chains chains,
      Actions actions,
      Desk desk,
      EventCatalogue eventTypes,
      JsonMapper json,
      Clock clock,
      Patience patience) {
    reader = new DryRunReader(automations, journal, definitions, chains, json, clock);
    this.automations = automations;
    this.handover = handover;
    this.actions = actions;
    this.desk = desk;
    this.eventTypes = eventTypes;
    this.clock = clock;
    longest = patience.dryRun();
  }

  @PostMapping("/v1/automations/{id}/dry-run")
  DryRunView tryOut(
      @AuthenticationPrincipal Caller caller, @PathVariable String id, HttpServletRequest request)
      throws IOException {
    Right.BUILD.require(caller);
    DryRunRequest asked = reader.read(caller, id, request);
    WouldStart start = WouldStart.of(asked, handover);
    return start.would() || asked.anyway()
        ? DryRunView.of(asked, start, played(caller, asked), longest)
        : DryRunView.of(asked, start);
  }

  private Rehearsed<Shown> played(Caller caller, DryRunRequest asked) {
    return desk.tryOut(
        caller.tenant(), asked.chain().definition().owner(), trial -> play(caller, asked, trial));
  }

  private Rehearsed<Shown> play(Caller caller, DryRunRequest asked, Books trial) {
    Chain chain = asked.chain();
    TriedCall calls = new TriedCall(caller.tenant(), automations, handover);
    DryStage stage =
        new DryStage(caller.tenant(), actions, trial, calls, eventTypes, asked.assumptions());
    Rehearsal.Bounds bounds =
        new Rehearsal.Bounds(MOST_STEPS, MOST_LETTERS, Patience.over(longest));
    return new Rehearsal<>(chain.definition(), asked.entry(), stage, clock.instant(), bounds)
        .play();
  }
}
