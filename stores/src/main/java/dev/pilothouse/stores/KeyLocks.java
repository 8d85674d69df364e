package dev.pilothouse.stores;

import dev.pilothouse.spi.Matching.Terms;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets one transaction after the other decide about a key. Within a concurrency key the order of
/// positions is then the order of commits, and no run is overtaken by one that nobody could see
/// when its turn was decided; two equal events at two doors do not both take themselves for the
/// first.
final class KeyLocks {
  private KeyLocks() {}

  /// Held until the end of the transaction; in one order everywhere, so that nobody deadlocks. For
  /// the same reason nothing is waited for after it: see [ReplacedRuns].
  static void take(JdbcClient tx, List<Candidate> candidates) {
    String[] keys = candidates.stream().flatMap(KeyLocks::keys).toArray(String[]::new);
    if (keys.length > 0) {
      tx.sql(
              """
              select pg_advisory_xact_lock(key) from (
                select distinct hashtextextended(k, 0) key from unnest(:keys::text[]) k order by 1) in_order\
              """)
          .param("keys", keys)
          .query((_, _) -> true)
          .list();
    }
  }

  private static Stream<String> keys(Candidate candidate) {
    Terms terms = candidate.terms();
    return Stream.of(
            terms.turn().map(turn -> candidate.key(turn.key()).toString()),
            terms.throttle().map(throttle -> candidate.key(throttle.key()).lock("throttle")),
            terms.dedupe().map(dedupe -> candidate.key(dedupe.key()).lock("dedupe")))
        .flatMap(key -> key.stream());
  }
}
