package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A run that is to be done again, with its event and the versions that may do it.
///
/// @param cause the run that wrote the event
/// @param automation how it stands now
/// @param walked by the run
/// @param inForce now
record EarlierRun(
    RunRef ref,
    RunState state,
    int depth,
    Optional<RunId> cause,
    NewEntry event,
    AutomationState automation,
    Walked walked,
    Walked inForce) {
  /// Nobody pauses or publishes the automation before this transaction has ended.
  private static final String SQL =
      """
      select r.id run_id, r.state run_state, r.depth run_depth, r.cause_run run_cause, r.automation run_automation,
        a.id automation_id, a.name, a.state automation_state,
        v.hash walked, v.number walked_number, v.definition walked_definition,
        f.hash in_force, f.number in_force_number, f.definition in_force_definition, j.*
      from run r join journal j on j.id = r.event_id join automation a on a.id = r.automation_id
        join automation_version v on v.automation_id = a.id and v.hash = r.version
        join automation_version f on f.automation_id = a.id and f.hash = a.published
      where r.id = ? and r.tenant_id = ? for share of a\
      """;

  record Walked(AutomationVersion version, int number) {
    NumberedVersion numbered() {
      return new NumberedVersion(version.version(), number);
    }
  }

  static Optional<EarlierRun> find(JdbcClient tx, RunRef run) {
    return tx.sql(SQL)
        .params(run.run().value(), run.tenant().value())
        .query((row, number) -> of(run, row, number))
        .optional();
  }

  private static EarlierRun of(RunRef run, ResultSet row, int number) throws SQLException {
    return new EarlierRun(
        run,
        RunState.parse(row.getString("run_state")),
        row.getInt("run_depth"),
        Rows.optionalId(row, "run_cause").map(RunId::new),
        EntryRows.entry(row, number),
        AutomationState.parse(row.getString("automation_state")).orElseThrow(),
        walked(row, "walked", "run_automation"),
        walked(row, "in_force", "name"));
  }

  private static Walked walked(ResultSet row, String version, String name) throws SQLException {
    return new Walked(
        new AutomationVersion(
            new AutomationId(Rows.id(row, "automation_id")),
            new VersionId(row.getString(version)),
            row.getString(name),
            new Json(row.getString(version + "_definition"))),
        row.getInt(version + "_number"));
  }
}
