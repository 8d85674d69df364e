package dev.pilothouse.stores;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Matching.Dedupe;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The first event of each key, for as long as later ones count as the same.
final class DedupeMarks {
  private record Mark(RunId run, EventId event, Instant since, Instant until) {}

  private final Instant now;
  private final Map<MarkKey, Mark> known = new HashMap<>();
  private final Map<MarkKey, Mark> fresh = new LinkedHashMap<>();

  /// Reads what is known of the candidates' keys.
  DedupeMarks(JdbcClient tx, List<Candidate> candidates, Instant now) {
    this.now = now;
    List<MarkKey> keys = candidates.stream().flatMap(it -> key(it).stream()).distinct().toList();
    if (!keys.isEmpty()) {
      MarkRows.DEDUPE
          .select(tx, keys, now)
          .query((row, _) -> Map.entry(MarkRows.key(row), mark(row)))
          .list()
          .forEach(found -> known.put(found.getKey(), found.getValue()));
    }
  }

  Optional<Verdict> refusal(Candidate candidate) {
    return key(candidate)
        .flatMap(
            key -> Optional.ofNullable(known.get(key)).map(mark -> same(candidate, key, mark)));
  }

  private static Verdict same(Candidate candidate, MarkKey key, Mark mark) {
    String reason =
        "Not started: event %s started run %s with the same key, %s, at %s; until %s others count as the same."
            .formatted(
                mark.event(),
                mark.run(),
                key.quoted(),
                Words.time(mark.since()),
                Words.time(mark.until()));
    return Verdict.refused(candidate, Kind.DEDUPLICATED, reason, mark.run());
  }

  void count(Verdict fired) {
    Candidate candidate = fired.candidate();
    candidate
        .terms()
        .dedupe()
        .ifPresent(terms -> remember(candidate.key(terms.key()), mark(fired, terms)));
  }

  private void remember(MarkKey key, Mark mark) {
    known.put(key, mark);
    fresh.put(key, mark);
  }

  private Mark mark(Verdict fired, Dedupe terms) {
    return new Mark(fired.born().run(), fired.entry().id(), now, now.plus(terms.window()));
  }

  private static Mark mark(ResultSet row) throws SQLException {
    return new Mark(
        new RunId(Rows.id(row, "run_id")),
        new EventId(Rows.id(row, "event_id")),
        Rows.instant(row, "since"),
        Rows.instant(row, "until"));
  }

  private static Optional<MarkKey> key(Candidate candidate) {
    return candidate.terms().dedupe().map(terms -> candidate.key(terms.key()));
  }

  boolean isChanged() {
    return !fresh.isEmpty();
  }

  void write(JdbcClient tx) {
    List<Mark> marks = List.copyOf(fresh.values());
    MarkRows.keyed(
            tx.sql(
                """
                insert into dedupe_mark (tenant_id, automation_id, key, run_id, event_id, since, until)
                select * from unnest(:tenants::uuid[], :automations::uuid[], :keys::text[],
                  :runs::uuid[], :events::uuid[], :sinces::timestamptz[], :untils::timestamptz[])
                on conflict (tenant_id, automation_id, key) do update set
                  run_id = excluded.run_id, event_id = excluded.event_id, since = excluded.since, until = excluded.until\
                """),
            List.copyOf(fresh.keySet()))
        .param("runs", Columns.texts(marks, mark -> mark.run().toString()))
        .param("events", Columns.texts(marks, mark -> mark.event().toString()))
        .param("sinces", Columns.instants(marks, Mark::since))
        .param("untils", Columns.instants(marks, Mark::until))
        .update();
  }
}
