package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The runs that led to an entry, each started by what the one before it changed.
final class ChainOfRuns {
  private ChainOfRuns() {}

  /// Why the chain is cut here, with the automations in it by name.
  static String before(JdbcClient tx, NewEntry entry) {
    return "Not started: %d runs stand one behind the other already, %s. Let one of them no longer"
            .formatted(entry.depth(), names(tx, entry))
        + " react to what another changes.";
  }

  private static String names(JdbcClient tx, NewEntry entry) {
    return entry
        .cause()
        .map(cause ->
            tx.sql(
                    """
                    with recursive chain(automation, cause, place) as (
                      select r.automation, j.cause_run, 1
                      from run r join journal j on j.id = r.event_id where r.id = :run and r.tenant_id = :tenant
                      union all
                      select r.automation, j.cause_run, c.place + 1
                      from chain c join run r on r.id = c.cause join journal j on j.id = r.event_id
                      where r.tenant_id = :tenant and c.place < :deepest)
                    select coalesce(string_agg('''' || automation || '''', ' → ' order by place desc), 'not to be found any more')
                    from chain\
                    """)
                .param("run", cause.run().value())
                .param("tenant", entry.tenant().value())
                .param("deepest", JournalWriter.DEEPEST)
                .query(String.class)
                .single())
        .orElse("not to be found any more");
  }
}
