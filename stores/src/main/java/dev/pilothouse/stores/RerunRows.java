package dev.pilothouse.stores;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Matching.Turn;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A run that does an earlier one again, as rows.
final class RerunRows {
  private RerunRows() {}

  /// @param born by this verdict; its candidate has the version and the turn
  /// @param position of the entry that asked for it: it is behind all runs of its key that are
  ///   there
  static void insert(
      JdbcClient tx,
      EarlierRun earlier,
      Verdict born,
      Optional<StepKey> from,
      EventId request,
      long position) {
    tx.sql(
            """
            insert into run (id, tenant_id, event_id, automation, automation_id, version, position, depth,
              concurrency_key, cause_run, rerun_of, rerun_from, requested_by)
            values (:id, :tenant, :event, :automation, :automationId, :version, :position, :depth,
              :key, :cause, :of, :from, :request)\
            """)
        .param("id", born.born().run().value())
        .param("tenant", earlier.ref().tenant().value())
        .param("event", earlier.event().id().value())
        .param("automation", born.match().version().name())
        .param("automationId", born.match().version().automation().value())
        .param("version", born.match().version().version().hash())
        .param("position", position)
        .param("depth", earlier.depth())
        .param("key", born.candidate().terms().turn().map(Turn::key).orElse(null), Types.VARCHAR)
        .param("cause", earlier.cause().map(RunId::value).orElse(null), Types.OTHER)
        .param("of", earlier.ref().run().value())
        .param("from", from.map(StepKey::text).orElse(null), Types.VARCHAR)
        .param("request", request.value())
        .update();
  }

  /// Outcomes alone: what was reserved was the earlier run's, and so are its effects. A fence of
  /// nobody lets every walk of the new run write beside them.
  ///
  /// @return how many there are
  static int keep(JdbcClient tx, RunId earlier, RunId born, Set<StepKey> steps) {
    return tx.sql(
            """
            insert into step_record (run_id, step, phase, tenant_id, name, kind, effect_class, attempt, fence,
              input, result, output, error, reason, late, started_at, at, copied_from)
            select :born, step, 1, tenant_id, name, kind, effect_class, attempt, 0,
              input, result, output, error, reason, late, started_at, at, coalesce(copied_from, run_id)
            from step_record where run_id = :earlier and phase = 1 and step = any(:steps)\
            """)
        .param("born", born.value())
        .param("earlier", earlier.value())
        .param("steps", Columns.texts(List.copyOf(steps), StepKey::text))
        .update();
  }

  static int kept(JdbcClient tx, RunId run) {
    return tx.sql("select count(*) from step_record where run_id = ? and copied_from is not null")
        .param(run.value())
        .query(Integer.class)
        .single();
  }

  static NumberedVersion walked(JdbcClient tx, RunId run) {
    return tx.sql(
            """
            select v.hash, v.number from run r join automation_version v on v.automation_id = r.automation_id and v.hash = r.version
            where r.id = ?\
            """)
        .param(run.value())
        .query((row, _) ->
            new NumberedVersion(new VersionId(row.getString("hash")), row.getInt("number")))
        .single();
  }
}
