package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Publications.Order;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// An automation whose row is locked, so that it stands as it does until the end of the
/// transaction.
///
/// @param version in force, also while paused or archived
/// @param drafted the version that the draft would be
record HeldAutomation(
    String name,
    AutomationState state,
    Optional<NumberedVersion> version,
    Draft draft,
    VersionId drafted) {

  static Optional<HeldAutomation> of(JdbcClient tx, Order order) {
    return tx.sql(
            """
            select a.name, a.state, a.published hash, v.number, a.draft content, a.draft_hash, a.source_format, a.source_text
            from automation a left join automation_version v on v.automation_id = a.id and v.hash = a.published
            where a.id = ? and a.tenant_id = ? for no key update of a\
            """)
        .params(order.automation().value(), order.tenant().value())
        .query(HeldAutomation::held)
        .optional();
  }

  private static HeldAutomation held(ResultSet row, int number) throws SQLException {
    return new HeldAutomation(
        row.getString("name"),
        AutomationRows.state(row, "state"),
        AutomationRows.optionalVersion(row),
        AutomationRows.content(row),
        new VersionId(row.getString("draft_hash")));
  }

  boolean isInForce(VersionId hash) {
    return version.filter(it -> it.hash().equals(hash)).isPresent();
  }

  /// Where it stands once a version of it is put in force: a person's pause outlives that.
  AutomationState published() {
    return state == AutomationState.PAUSED ? AutomationState.PAUSED : AutomationState.PUBLISHED;
  }
}
