package dev.pilothouse.bench;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Holds the runs in the rows against the deliveries that were answered "accepted".
final class RunProof {
  private static final String RUNS =
      """
      select j.source_id, r.id, r.state, r.reason from run r join journal j on j.id = r.event_id
      where j.source = 'bench'
      """;

  /// A run may wait at several steps, at each of them once.
  private static final String REPEATED_ENTRIES =
      """
      select type || ' of ' || coalesce(nullif(subject, ''), cause_run::text) || ', ' || count(*) || ' times'
      from journal where cause_run is not null
      group by type, subject, cause_run, case when type = 'run.waiting' then data ->> 'step' end having count(*) > 1
      """;

  private record Row(String event, String id, String state, String reason) {}

  private final Collection<Delivery> accepted;
  private final List<Row> rows;
  private final List<String> repeatedEntries;
  private final Findings findings;

  RunProof(Rows database, Collection<Delivery> accepted, Findings findings) {
    this.accepted = accepted;
    this.rows =
        database.list(
            RUNS,
            row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)));
    this.repeatedEntries = database.list(REPEATED_ENTRIES, row -> row.getString(1));
    this.findings = findings;
  }

  void check() {
    Map<String, Integer> perEvent = new HashMap<>();
    rows.forEach(row -> perEvent.merge(row.event(), 1, Integer::sum));
    for (Delivery delivery : accepted) {
      int runs = perEvent.getOrDefault(delivery.event().id(), 0);
      findings.lost(runs == 0, delivery.event() + " was accepted, but has no run");
      findings.doubled(runs > 1, delivery.event() + " has " + runs + " runs");
    }
    rows.forEach(row -> findings.stuck(!isEnded(row) && !needsPerson(row), row.toString()));
    repeatedEntries.forEach(entry -> findings.doubled(true, "journal entry " + entry));
  }

  /// Such as `accepted 4, runs 4, finished 3, unknown 1`.
  String counts() {
    return "accepted %d, runs %d, finished %d, unknown %d"
        .formatted(accepted.size(), rows.size(), ended(), needPerson());
  }

  long ended() {
    return rows.stream().filter(RunProof::isEnded).count();
  }

  long needPerson() {
    return rows.stream().filter(RunProof::needsPerson).count();
  }

  private static boolean isEnded(Row row) {
    return List.of("finished", "failed", "cancelled").contains(row.state());
  }

  private static boolean needsPerson(Row row) {
    return row.state().equals("needs_person");
  }
}
