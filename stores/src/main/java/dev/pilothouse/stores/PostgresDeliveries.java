package dev.pilothouse.stores;

import dev.pilothouse.spi.Deliveries;
import java.time.Duration;

/// The table that makes a repeated delivery harmless, kept as long as one may be repeated, and the
/// one of those that were refused.
public final class PostgresDeliveries implements Deliveries {
  private final Database database;

  public PostgresDeliveries(Database database) {
    this.database = database;
  }

  /// Several processes may do it at once: each takes others.
  @Override
  public int forget(Duration age, int most) {
    return database.asSystem(tx ->
        tx.sql(
                """
                delete from delivery where (tenant_id, source, source_id) in (
                  select tenant_id, source, source_id from delivery
                  where received_at < now() - :age * interval '1 millisecond'
                  order by received_at limit :most for update skip locked)\
                """)
            .param("age", age.toMillis())
            .param("most", most)
            .update());
  }

  @Override
  public int forgetRefused(Duration age, int most) {
    return database.asSystem(tx ->
        tx.sql(
                """
                delete from refused_delivery where id in (
                  select id from refused_delivery where received_at < now() - :age * interval '1 millisecond'
                  order by received_at limit :most for update skip locked)\
                """)
            .param("age", age.toMillis())
            .param("most", most)
            .update());
  }
}
