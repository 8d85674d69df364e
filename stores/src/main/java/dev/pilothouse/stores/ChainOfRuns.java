package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The runs that led to an entry, each started by what the one before it changed; the first one
/// first.
record ChainOfRuns(List<Link> links) {

  /// @param name of the automation as it was called then
  record Link(AutomationId automation, String name) {}

  ChainOfRuns {
    links = List.copyOf(links);
  }

  /// @param most of them, from the last one on
  static ChainOfRuns before(JdbcClient tx, NewEntry entry, int most) {
    return new ChainOfRuns(
        entry.cause().map(cause -> links(tx, entry, cause, most)).orElse(List.of()));
  }

  private static List<Link> links(JdbcClient tx, NewEntry entry, Cause cause, int most) {
    return tx.sql(
            """
            with recursive chain(automation_id, automation, cause, place) as (
              select r.automation_id, r.automation, j.cause_run, 1
              from run r join journal j on j.id = r.event_id where r.id = :run and r.tenant_id = :tenant
              union all
              select r.automation_id, r.automation, j.cause_run, c.place + 1
              from chain c join run r on r.id = c.cause join journal j on j.id = r.event_id
              where r.tenant_id = :tenant and c.place < :most)
            select automation_id, automation from chain order by place desc\
            """)
        .param("run", cause.run().value())
        .param("tenant", entry.tenant().value())
        .param("most", most)
        .query((row, _) ->
            new Link(new AutomationId(Rows.id(row, "automation_id")), row.getString("automation")))
        .list();
  }

  boolean has(AutomationId automation) {
    return links.stream().anyMatch(link -> link.automation().equals(automation));
  }

  /// By name, such as `'Ping' → 'Pong'`.
  @Override
  public String toString() {
    return links.isEmpty()
        ? "not to be found any more"
        : links.stream().map(link -> "'" + link.name() + "'").collect(Collectors.joining(" → "));
  }
}
