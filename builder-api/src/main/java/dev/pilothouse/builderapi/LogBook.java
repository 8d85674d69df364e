package dev.pilothouse.builderapi;

import static java.util.stream.Collectors.toSet;

import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.EventType;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Overview;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/// The newest of the journal for people: what was done, and by whom. What runs say of themselves is
/// left out, since runs are shown already.
final class LogBook {
  /// Looked at: most entries tell of runs.
  private static final int RECENT = 80;

  private static final Set<String> OF_RUNS =
      Set.of("run.started", "run.finished", "run.waiting", "run.failed", "run.cancelled");

  private final Journal journal;
  private final Overview overview;
  private final EventCatalogue catalogue;
  private final ShortChanges changes;

  LogBook(Journal journal, Overview overview, EventCatalogue catalogue, JsonMapper json) {
    this.journal = journal;
    this.overview = overview;
    this.catalogue = catalogue;
    changes = new ShortChanges(json);
  }

  List<OverviewView.Entry> newest(TenantId tenant, int limit) {
    List<JournalEntry> shown =
        journal.page(tenant, Journal.Filter.ALL, Optional.empty(), RECENT).stream()
            .filter(written -> !OF_RUNS.contains(typeOf(written)))
            .limit(limit)
            .toList();
    Map<String, String> names =
        overview.names(
            tenant, shown.stream().map(written -> written.entry().actor()).collect(toSet()));
    return shown.stream().map(written -> entry(written, names)).toList();
  }

  private OverviewView.Entry entry(JournalEntry written, Map<String, String> names) {
    String actor = written.entry().actor();
    return new OverviewView.Entry(
        changes.of(written),
        catalogue.named(typeOf(written)).map(EventType::title).orElse(""),
        names.getOrDefault(actor, actor));
  }

  private static String typeOf(JournalEntry written) {
    return written.entry().event().type();
  }
}
