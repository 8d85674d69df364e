package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Matching.Changes;
import dev.pilothouse.spi.Matching.Indexed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What became of the index since one of its numbers: a few rows, where reading all that a large
/// tenant has published takes a second.
final class ChangedVersions {
  private static final String SQL =
      """
      select e.epoch, c.raises, c.automation_id id, a.name, a.state = 'paused' paused, v.hash, v.definition
      from index_epoch e
      left join (
        select automation_id, sum(count(*)) over () raises from publication
        where tenant_id = :tenant and epoch > :since group by automation_id) c on true
      left join automation a on a.id = c.automation_id
      left join automation_version v on v.automation_id = a.id and v.hash = a.published and a.state in ('published', 'paused')
      where e.tenant_id = :tenant
      order by c.automation_id\
      """;

  private ChangedVersions() {}

  /// Empty where the history does not tell of each number in between.
  static Optional<Changes> read(JdbcClient tx, TenantId tenant, long since) {
    List<Row> rows =
        tx.sql(SQL)
            .param("tenant", tenant.value())
            .param("since", since)
            .query(ChangedVersions::row)
            .list();
    return rows.isEmpty() || rows.getFirst().raises() != rows.getFirst().epoch() - since
        ? Optional.empty()
        : Optional.of(changes(rows));
  }

  private static Changes changes(List<Row> rows) {
    return new Changes(
        rows.getFirst().epoch(),
        rows.stream().flatMap(row -> row.now().stream()).toList(),
        rows.stream()
            .filter(row -> row.now().isEmpty())
            .flatMap(row -> row.automation().stream())
            .collect(Collectors.toSet()));
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        row.getLong("epoch"),
        row.getLong("raises"),
        Rows.optionalId(row, "id").map(AutomationId::new),
        PublishedVersions.indexed(row));
  }

  /// @param automation empty where nothing has changed
  /// @param now empty where nothing of it is in force any more
  private record Row(
      long epoch, long raises, Optional<AutomationId> automation, Optional<Indexed> now) {}
}
