package dev.pilothouse.stores;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Lets no event fall between a look at the journal and the wait for the next one: who writes
/// entries of a type shares its lock, who begins to listen for that type has it alone. Either the
/// listener sees the entry, or the entry's transaction sees the listener.
final class ListenLocks {
  private static final int CLASS = 4243;
  private static final int MOST = 256;

  /// In one order everywhere, so that two transactions do not wait for each other.
  static final String SHARED =
      "select pg_advisory_xact_lock_shared("
          + CLASS
          + ", lock) from (select distinct lock from unnest(:listened::int[]) t(lock) order by 1) o";

  private ListenLocks() {}

  static int[] of(List<NewEntry> entries) {
    return entries.stream()
        .mapToInt(entry -> of(entry.tenant(), entry.event().type()))
        .distinct()
        .toArray();
  }

  private static int of(TenantId tenant, String type) {
    return Math.floorMod((tenant + "/" + type).hashCode(), MOST);
  }

  static void takeAlone(JdbcClient tx, TenantId tenant, String type) {
    tx.sql("select pg_advisory_xact_lock(?, ?)")
        .params(CLASS, of(tenant, type))
        .query((_, _) -> true)
        .list();
  }
}
