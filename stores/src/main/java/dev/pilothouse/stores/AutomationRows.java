package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.Stamp;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.model.WrittenText;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Automations.Version;
import dev.pilothouse.spi.Automations.VersionRow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/// How rows become automations and their versions.
final class AutomationRows {
  private static final String OF_AUTOMATION =
      """
      select a.id, a.name, a.owner, a.area, a.state, a.published hash, v.number, a.published is distinct from a.draft_hash unpublished,
        a.created_at, a.created_by, %s, a.changed_at, a.changed_by, %s\
      """
          .formatted(ActorNames.of("a", "created_by"), ActorNames.of("a", "changed_by"));

  private static final String OF_DRAFT =
      ", a.draft content, a.source_format, a.source_text, a.saved_at, a.saved_by, "
          + ActorNames.of("a", "saved_by");

  private static final String FROM_AUTOMATION =
      """

      from automation a left join automation_version v on v.automation_id = a.id and v.hash = a.published
      """;

  /// Without drafts: a page of them could be large.
  static final String AUTOMATIONS = OF_AUTOMATION + FROM_AUTOMATION;

  static final String WITH_DRAFTS = OF_AUTOMATION + OF_DRAFT + FROM_AUTOMATION;

  private static final String OF_VERSION =
      """
      select v.hash, v.number, v.note, v.published_at, v.published_by, %s,
        v.hash = a.published and a.state in ('published', 'paused') in_force\
      """
          .formatted(ActorNames.of("v", "published_by"));

  private static final String FROM_VERSION =
      """

      from automation_version v join automation a on a.id = v.automation_id
      """;

  static final String VERSION_ROWS = OF_VERSION + FROM_VERSION;

  static final String VERSIONS =
      OF_VERSION + ", v.definition content, v.source_format, v.source_text" + FROM_VERSION;

  private AutomationRows() {}

  static Automation automation(ResultSet row, int number) throws SQLException {
    return new Automation(
        new AutomationId(Rows.id(row, "id")),
        row.getString("name"),
        row.getString("owner"),
        row.getString("area"),
        state(row, "state"),
        optionalVersion(row),
        row.getBoolean("unpublished"),
        stamp(row, "created_at", "created_by"),
        stamp(row, "changed_at", "changed_by"));
  }

  static Drafted drafted(ResultSet row, int number) throws SQLException {
    return new Drafted(automation(row, number), content(row), stamp(row, "saved_at", "saved_by"));
  }

  static VersionRow versionRow(ResultSet row, int number) throws SQLException {
    return new VersionRow(
        version(row),
        row.getString("note"),
        stamp(row, "published_at", "published_by"),
        row.getBoolean("in_force"));
  }

  static Version whole(ResultSet row, int number) throws SQLException {
    return new Version(
        version(row),
        content(row),
        row.getString("note"),
        stamp(row, "published_at", "published_by"),
        row.getBoolean("in_force"));
  }

  static AutomationState state(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return AutomationState.parse(text)
        .orElseThrow(() -> new IllegalStateException("An automation stands as '" + text + "'."));
  }

  static Optional<NumberedVersion> optionalVersion(ResultSet row) throws SQLException {
    return Rows.optionalText(row, "hash").isEmpty() ? Optional.empty() : Optional.of(version(row));
  }

  static NumberedVersion version(ResultSet row) throws SQLException {
    return new NumberedVersion(new VersionId(row.getString("hash")), row.getInt("number"));
  }

  static Draft content(ResultSet row) throws SQLException {
    return new Draft(
        new Json(row.getString("content")),
        new WrittenText(
            SourceFormat.parse(row.getString("source_format")), row.getString("source_text")));
  }

  static Stamp stamp(ResultSet row, String at, String by) throws SQLException {
    return new Stamp(Rows.instant(row, at), row.getString(by), row.getString(by + "_name"));
  }
}
