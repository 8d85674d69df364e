package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Verdicts;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Shows the journal.
@RestController
@RequestMapping("/v1/events")
final class EventsController {
  private final Journal journal;
  private final Verdicts verdicts;
  private final ShortChanges changes;

  EventsController(Journal journal, Verdicts verdicts, JsonMapper json) {
    this.journal = journal;
    this.verdicts = verdicts;
    changes = new ShortChanges(json);
  }

  @GetMapping
  PageLimit.Page<EntryOutcomes.Entry<ShortChanges.Row>> newest(
      @AuthenticationPrincipal Caller caller,
      EventFilter filter,
      @RequestParam(defaultValue = "") String include,
      @RequestParam(defaultValue = "50") int limit,
      @RequestParam(defaultValue = "") String before) {
    PageLimit rows = new PageLimit(limit);
    EntryOutcomes outcomes = EntryOutcomes.of(verdicts, caller.tenant(), include);
    List<JournalEntry> found =
        journal.page(caller.tenant(), filter.read(), PageLimit.position(before), rows.withNext());
    return rows.page(found, outcomes.beside(found, changes::of), entry -> "" + entry.position());
  }

  @GetMapping("/{id}")
  EntryView.Whole one(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
    return EventId.parse(id)
        .flatMap(event -> journal.find(caller.tenant(), event))
        .map(EntryView.Whole::of)
        .orElseThrow(() -> unknown(id));
  }

  static RefusedException unknown(String id) {
    return RefusedException.because(
        HttpStatus.NOT_FOUND,
        "There is no event '" + id + "' here. It may belong to someone else, or be mistyped.");
  }
}
