package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Publications.AsOf;
import dev.pilothouse.spi.Publications.Change;
import dev.pilothouse.spi.Publications.InForce;
import dev.pilothouse.spi.Publications.Publication;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The history of what was in force.
final class PublicationRows {
  /// A publication as `p`, with what people call who did it.
  static final String COLUMNS = "p.*, " + ActorNames.of("p", "actor");

  private static final String LAST_OF_EACH =
      """
      select %s, v.definition, v.definition ->> 'name' name from (
        select distinct on (automation_id) * from publication
        where tenant_id = :tenant and %s and %s
        order by automation_id, epoch desc) p
      join automation_version v on v.automation_id = p.automation_id and v.hash = p.hash
      order by p.automation_id limit :limit\
      """;

  private PublicationRows() {}

  static List<Publication> newest(
      JdbcClient tx, AutomationId automation, Optional<Long> before, int limit) {
    return tx.sql(
            """
            select %s from publication p where p.automation_id = :automation and p.epoch < :before
            order by p.epoch desc limit :limit\
            """
                .formatted(COLUMNS))
        .param("automation", automation.value())
        .param("before", before.orElse(Long.MAX_VALUE))
        .param("limit", limit)
        .query(PublicationRows::publication)
        .list();
  }

  static Optional<Publication> next(JdbcClient tx, AutomationId automation, AsOf moment) {
    return tx.sql(
            """
            select %s from publication p where p.automation_id = :automation and p.hash is not null and not (%s)
            order by p.epoch limit 1\
            """
                .formatted(COLUMNS, by(moment)))
        .param("automation", automation.value())
        .param("moment", value(moment))
        .query(PublicationRows::publication)
        .optional();
  }

  static List<InForce> inForce(
      JdbcClient tx, TenantId tenant, AsOf moment, Optional<AutomationId> after, int limit) {
    var statement =
        tx.sql(
            LAST_OF_EACH.formatted(
                COLUMNS, by(moment), after.map(_ -> "automation_id > :one").orElse("true")));
    return inForce(statement, tenant, moment, after, limit);
  }

  static Optional<InForce> inForce(
      JdbcClient tx, TenantId tenant, AutomationId automation, AsOf moment) {
    var statement = tx.sql(LAST_OF_EACH.formatted(COLUMNS, by(moment), "automation_id = :one"));
    return inForce(statement, tenant, moment, Optional.of(automation), 1).stream().findFirst();
  }

  private static List<InForce> inForce(
      JdbcClient.StatementSpec statement,
      TenantId tenant,
      AsOf moment,
      Optional<AutomationId> one,
      int limit) {
    one.ifPresent(automation -> statement.param("one", automation.value()));
    return statement
        .param("tenant", tenant.value())
        .param("moment", value(moment))
        .param("limit", limit)
        .query(PublicationRows::inForce)
        .list();
  }

  /// That a publication was by then.
  static String by(AsOf moment) {
    return switch (moment) {
      case AsOf.Epoch _ -> "epoch <= :moment";
      case AsOf.Time _ -> "at <= :moment";
    };
  }

  static Object value(AsOf moment) {
    return switch (moment) {
      case AsOf.Epoch(long number) -> number;
      case AsOf.Time(var time) -> Rows.utc(time);
    };
  }

  static Publication publication(ResultSet row, int number) throws SQLException {
    return new Publication(
        new AutomationId(Rows.id(row, "automation_id")),
        Change.parse(row.getString("state")),
        AutomationRows.state(row, "standing"),
        AutomationRows.optionalVersion(row),
        row.getLong("epoch"),
        AutomationRows.stamp(row, "at", "actor"),
        row.getString("note"));
  }

  private static InForce inForce(ResultSet row, int number) throws SQLException {
    Publication last = publication(row, number);
    Json definition = new Json(row.getString("definition"));
    return new InForce(
        new AutomationVersion(
            last.automation(),
            AutomationRows.version(row).hash(),
            row.getString("name"),
            definition),
        last.state(),
        last);
  }
}
