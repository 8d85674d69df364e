package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import java.util.Optional;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Requests under keys of those who ask. Whoever asks again, as after an answer that was lost on
/// its way, gets the run that was born the first time.
final class AskedOnce {
  private static final int FORGOTTEN_AT_ONCE = 200;

  private AskedOnce() {}

  /// @param asked for what, in one line
  record Earlier(String asked, RunId run) {}

  static Optional<Earlier> find(JdbcClient tx, TenantId tenant, String key) {
    return tx.sql("select asked, run_id from asked_once where tenant_id = ? and key = ?")
        .params(tenant.value(), key)
        .query((row, _) -> new Earlier(row.getString("asked"), new RunId(Rows.id(row, "run_id"))))
        .optional();
  }

  /// Where somebody else asks the same at the same time, one of the two has to look again.
  static void note(JdbcClient tx, TenantId tenant, String key, Earlier request) {
    int noted =
        tx.sql(
                "insert into asked_once (tenant_id, key, asked, run_id) values (?, ?, ?, ?) on conflict do nothing")
            .params(tenant.value(), key, request.asked(), request.run().value())
            .update();
    if (noted == 0) {
      throw new ConcurrencyFailureException("The same was asked for at the same time.");
    }
    forgetTheOldest(tx);
  }

  /// Whoever adds one takes more than one away that nobody will repeat any more.
  private static void forgetTheOldest(JdbcClient tx) {
    tx.sql(
            """
            delete from asked_once where (tenant_id, key) in (
              select tenant_id, key from asked_once where at < now() - interval '30 days' limit ? for update skip locked)\
            """)
        .param(FORGOTTEN_AT_ONCE)
        .update();
  }
}
