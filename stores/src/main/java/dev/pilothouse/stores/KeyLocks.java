package dev.pilothouse.stores;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets one transaction after the other draw positions for runs of one concurrency key: within a
/// key the order of positions is then the order of commits, and no run is overtaken by one that
/// nobody could see when its turn was decided.
final class KeyLocks {
  private KeyLocks() {}

  /// Held until the end of the transaction; in one order everywhere, so that nobody deadlocks.
  static void take(JdbcClient tx, List<Verdict> verdicts) {
    String[] keys =
        verdicts.stream()
            .filter(Verdict::hasFired)
            .filter(Verdict::waitsItsTurn)
            .map(Verdict::turnKey)
            .toArray(String[]::new);
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
}
