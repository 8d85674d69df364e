package dev.pilothouse.builderapi;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Caller;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Verdicts;
import dev.pilothouse.spi.Verdicts.Question;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Says why an event started an automation, or why not.
@RestController
final class VerdictsController {
  private final Verdicts verdicts;
  private final Journal journal;
  private final Automations automations;
  private final Publications publications;
  private final KnownAutomations known;
  private final Patience patience;

  VerdictsController(
      Verdicts verdicts,
      Journal journal,
      Automations automations,
      Publications publications,
      Patience patience) {
    this.verdicts = verdicts;
    this.journal = journal;
    this.automations = automations;
    this.publications = publications;
    known = new KnownAutomations(automations);
    this.patience = patience;
  }

  @GetMapping("/v1/events/{id}/verdicts")
  VerdictView.Page ofEvent(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String automation,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    EventVerdicts page =
        new EventVerdicts(
            verdicts,
            automations,
            publications,
            event(caller, id),
            VerdictKind.parse(verdict),
            new PageLimit(limit).rows(),
            Patience.over(patience.verdicts()));
    return automation.isEmpty()
        ? page.page(cursor(before))
        : page.of(known.find(caller, automation).automation());
  }

  @GetMapping("/v1/automations/{id}/verdicts")
  VerdictView.Page ofAutomation(
      @AuthenticationPrincipal Caller caller,
      @PathVariable String id,
      @RequestParam(defaultValue = "") String verdict,
      @RequestParam(required = false) @Nullable String from,
      @RequestParam(required = false) @Nullable String until,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    Automation automation = known.find(caller, id).automation();
    Question question =
        new Question(
            caller.tenant(),
            automation.id(),
            TimeText.optional("from", from),
            TimeText.optional("until", until));
    return new AutomationVerdicts(
            verdicts,
            publications,
            question,
            automation,
            VerdictKind.parse(verdict),
            new PageLimit(limit).rows(),
            Patience.over(patience.verdicts()))
        .page(before);
  }

  private JournalEntry event(Caller caller, String id) {
    return EventId.parse(id)
        .flatMap(event -> journal.find(caller.tenant(), event))
        .orElseThrow(() -> EventsController.unknown(id));
  }

  private static Optional<AutomationId> cursor(String before) {
    return before.isEmpty()
        ? Optional.empty()
        : Optional.of(AutomationId.parse(before).orElseThrow(() -> PageLimit.badCursor(before)));
  }
}
