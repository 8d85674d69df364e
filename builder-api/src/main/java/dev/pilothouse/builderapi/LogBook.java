package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.toSet;

import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.EventType;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Actors;
import dev.pilothouse.spi.Journal;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The newest of the journal for people: what was done, and by whom. What came in and what runs say
/// of themselves is left out, since both are shown already.
final class LogBook {
  private final Journal journal;
  private final Actors actors;
  private final EventCatalogue catalogue;
  private final ShortChanges changes;

  LogBook(Journal journal, Actors actors, EventCatalogue catalogue, JsonMapper json) {
    this.journal = journal;
    this.actors = actors;
    this.catalogue = catalogue;
    changes = new ShortChanges(json);
  }

  List<OverviewView.Entry> newest(TenantId tenant, int limit) {
    List<JournalEntry> shown = journal.deeds(tenant, limit);
    Map<String, String> names =
        actors.names(
            tenant, shown.stream().map(written -> written.entry().actor()).collect(toSet()));
    return shown.stream().map(written -> entry(written, names)).toList();
  }

  private OverviewView.Entry entry(JournalEntry written, Map<String, String> names) {
    String actor = written.entry().actor();
    return new OverviewView.Entry(
        changes.of(written),
        catalogue.named(written.entry().event().type()).map(EventType::title).orElse(""),
        names.getOrDefault(actor, actor));
  }
}
