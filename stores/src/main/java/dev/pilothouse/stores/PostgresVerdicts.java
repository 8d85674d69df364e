package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Verdicts;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Verdicts as their tenant may read them.
public final class PostgresVerdicts implements Verdicts {
  private final Database database;

  public PostgresVerdicts(Database database) {
    this.database = database;
  }

  @Override
  public List<StoredVerdict> kept(
      TenantId tenant, Collection<EventId> events, Collection<AutomationId> automations) {
    return events.isEmpty() || automations.isEmpty()
        ? List.of()
        : database.as(tenant, jdbc -> VerdictRows.of(jdbc, events, automations));
  }

  @Override
  public Map<EventId, Tally> tallies(TenantId tenant, Collection<EventId> events) {
    return events.isEmpty()
        ? Map.of()
        : database.as(tenant, jdbc -> VerdictRows.tallies(jdbc, events));
  }

  @Override
  public List<Refused> refused(
      Question question, Set<StoredVerdict.Kind> kinds, Optional<EventId> before, int limit) {
    return database.as(
        question.tenant(), jdbc -> VerdictRows.refused(jdbc, question, kinds, before, limit));
  }

  @Override
  public LookBack lookBack(Question question, Optional<Long> before, Bounds bounds) {
    return database.as(
        question.tenant(), jdbc -> new JournalLookBack(jdbc, question).from(before, bounds));
  }
}
