package dev.pilothouse.stores;

import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Matching.Throttle;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How many runs of each key began lately.
final class ThrottleMarks {
  private final Instant now;
  private final Map<MarkKey, Map<Long, Integer>> stored = new HashMap<>();
  private final Map<MarkKey, Slices> slices = new HashMap<>();
  private final Map<MarkKey, Slices> changed = new LinkedHashMap<>();

  /// Reads what is known of the candidates' keys.
  ThrottleMarks(JdbcClient tx, List<Candidate> candidates, Instant now) {
    this.now = now;
    List<MarkKey> keys =
        candidates.stream()
            .flatMap(it -> it.terms().throttle().map(terms -> it.key(terms.key())).stream())
            .distinct()
            .toList();
    if (!keys.isEmpty()) {
      MarkRows.THROTTLE
          .select(tx, keys, now)
          .query((row, _) -> Map.entry(MarkRows.key(row), counts(row)))
          .list()
          .forEach(found -> stored.put(found.getKey(), found.getValue()));
    }
  }

  Optional<Verdict> refusal(Candidate candidate) {
    return candidate
        .terms()
        .throttle()
        .filter(terms -> of(candidate, terms).count(now) >= terms.limit())
        .map(terms -> Verdict.refused(candidate, Kind.THROTTLED, reason(candidate, terms)));
  }

  private String reason(Candidate candidate, Throttle terms) {
    return "Not started: %d runs%s began within the last %s, and no more may. The next may begin at %s."
        .formatted(
            terms.limit(),
            terms.key().isEmpty() ? "" : " of the key " + candidate.key(terms.key()).quoted(),
            Words.duration(terms.per()),
            Words.time(of(candidate, terms).belowFrom(terms.limit(), now)));
  }

  void count(Candidate fired) {
    fired
        .terms()
        .throttle()
        .ifPresent(terms -> {
          Slices counted = of(fired, terms);
          counted.add(now);
          changed.put(fired.key(terms.key()), counted);
        });
  }

  /// A version that counts over another time reads the earlier one's slices as they are: they are
  /// too many or too few for one stretch at most.
  private Slices of(Candidate candidate, Throttle terms) {
    MarkKey key = candidate.key(terms.key());
    return slices.computeIfAbsent(
        key, _ -> new Slices(stored.getOrDefault(key, Map.of()), terms.per()));
  }

  boolean isChanged() {
    return !changed.isEmpty();
  }

  void write(JdbcClient tx) {
    List<Slices> values = List.copyOf(changed.values());
    MarkRows.keyed(
            tx.sql(
                """
                insert into throttle_mark (tenant_id, automation_id, key, slices, counts, until)
                select tenant, automation, key, slices::bigint[], counts::integer[], until
                from unnest(:tenants::uuid[], :automations::uuid[], :keys::text[], :slices::text[], :counts::text[], :untils::timestamptz[])
                  t(tenant, automation, key, slices, counts, until)
                on conflict (tenant_id, automation_id, key) do update set
                  slices = excluded.slices, counts = excluded.counts, until = excluded.until\
                """),
            List.copyOf(changed.keySet()))
        .param("slices", Columns.texts(values, it -> array(it, Map.Entry::getKey)))
        .param("counts", Columns.texts(values, it -> array(it, Map.Entry::getValue)))
        .param("untils", Columns.instants(values, Slices::until))
        .update();
  }

  private static String array(Slices of, Function<Map.Entry<Long, Integer>, Object> part) {
    return of.counts().entrySet().stream()
        .map(slice -> part.apply(slice).toString())
        .collect(Collectors.joining(",", "{", "}"));
  }

  private static Map<Long, Integer> counts(ResultSet row) throws SQLException {
    Object[] slices = items(row.getArray("slices"));
    Object[] counts = items(row.getArray("counts"));
    Map<Long, Integer> found = new HashMap<>();
    for (int place = 0; place < slices.length; place++) {
      found.put((Long) slices[place], (Integer) counts[place]);
    }
    return found;
  }

  private static Object[] items(Array array) throws SQLException {
    return (Object[]) array.getArray();
  }
}
