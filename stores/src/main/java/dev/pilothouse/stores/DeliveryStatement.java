package dev.pilothouse.stores;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rows that make a repeated delivery harmless.
final class DeliveryStatement {
  private DeliveryStatement() {}

  /// Which of the entries are of new deliveries. Waits where another transaction is about to write
  /// the same one; in one order everywhere, so that nobody deadlocks.
  static Set<EventId> insert(JdbcClient tx, List<NewEntry> entries) {
    return tx
        .sql(
            """
            insert into delivery (tenant_id, source, source_id, event_id)
            select * from unnest(:tenants::uuid[], :sources::text[], :sourceIds::text[], :ids::uuid[]) order by 1, 2, 3
            on conflict do nothing returning event_id\
            """)
        .param("tenants", Columns.texts(entries, entry -> entry.tenant().toString()))
        .param("sources", Columns.texts(entries, entry -> entry.event().source()))
        .param("sourceIds", Columns.texts(entries, entry -> entry.event().sourceId()))
        .param("ids", Columns.texts(entries, entry -> entry.id().toString()))
        .query((row, _) -> new EventId(Rows.id(row, "event_id")))
        .list()
        .stream()
        .collect(Collectors.toSet());
  }

  /// What was answered the first time: the runs that the event itself has caused, without those
  /// that a person had done again since.
  static Map<Delivery.Key, Accepted> earlier(JdbcClient tx, List<Delivery.Key> keys) {
    return tx
        .sql(
            """
            select d.*, j.position, array(select r.id from run r where r.event_id = j.id and r.rerun_of is null order by r.id) runs
            from unnest(:tenants::uuid[], :sources::text[], :sourceIds::text[]) k(tenant, source, source_id)
            join delivery d on d.tenant_id = k.tenant and d.source = k.source and d.source_id = k.source_id
            join journal j on j.id = d.event_id\
            """)
        .param("tenants", Columns.texts(keys, key -> key.tenant().toString()))
        .param("sources", Columns.texts(keys, Delivery.Key::source))
        .param("sourceIds", Columns.texts(keys, Delivery.Key::sourceId))
        .query((row, _) -> Map.entry(key(row), accepted(row)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Delivery.Key key(ResultSet row) throws SQLException {
    return new Delivery.Key(
        new TenantId(Rows.id(row, "tenant_id")),
        row.getString("source"),
        row.getString("source_id"));
  }

  private static Accepted accepted(ResultSet row) throws SQLException {
    Object[] runs = (Object[]) row.getArray("runs").getArray();
    return new Accepted(
        new EventId(Rows.id(row, "event_id")),
        row.getLong("position"),
        Arrays.stream(runs).map(run -> RunId.parse(run.toString()).orElseThrow()).toList(),
        true);
  }
}
