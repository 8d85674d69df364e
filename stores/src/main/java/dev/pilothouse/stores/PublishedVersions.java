package dev.pilothouse.stores;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Matching.Index;
import dev.pilothouse.spi.Matching.Indexed;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The versions that new events start, or would start if nobody had paused them, with the epoch
/// they belong to: read in one statement, so that both are of one moment.
final class PublishedVersions {
  static final String OF_ALL =
      """
      select e.tenant_id, e.epoch, a.id, a.name, a.state = 'paused' paused, v.hash, v.definition
      from index_epoch e
      left join (automation a join automation_version v on v.automation_id = a.id and v.hash = a.published)
        on a.tenant_id = e.tenant_id and a.state in ('published', 'paused')
      """;

  static final String OF_ONE = OF_ALL + "where e.tenant_id = ?";

  private PublishedVersions() {}

  static Map<TenantId, Index> read(JdbcClient.StatementSpec statement) {
    return statement.query(PublishedVersions::row).list().stream()
        .collect(groupingBy(Row::tenant, collectingAndThen(toList(), PublishedVersions::index)));
  }

  private static Index index(List<Row> rows) {
    return new Index(
        rows.getFirst().epoch(), rows.stream().flatMap(row -> row.indexed().stream()).toList());
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(new TenantId(Rows.id(row, "tenant_id")), row.getLong("epoch"), indexed(row));
  }

  /// Empty where nothing of the automation is in force.
  static Optional<Indexed> indexed(ResultSet row) throws SQLException {
    Optional<String> hash = Rows.optionalText(row, "hash");
    return hash.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Indexed(
                new AutomationVersion(
                    new AutomationId(Rows.id(row, "id")),
                    new VersionId(hash.get()),
                    row.getString("name"),
                    new Json(row.getString("definition"))),
                row.getBoolean("paused")));
  }

  /// @param indexed empty where the tenant has an epoch and nothing published
  private record Row(TenantId tenant, long epoch, Optional<Indexed> indexed) {}
}
