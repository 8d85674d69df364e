package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.spi.Runs.News;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was written of a run's steps since somebody looked. Marks are numbers of transactions: all
/// below one had ended when it was taken.
final class NewSteps {
  private static final int MOST = ShownSteps.MOST;

  private NewSteps() {}

  static long now(JdbcClient jdbc) {
    return Long.parseLong(
        jdbc.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
            .query(String.class)
            .single());
  }

  /// A mark from beyond now was taken before this database went back in time.
  static News since(JdbcClient jdbc, RunId run, Optional<Long> mark, long now) {
    return mark.filter(since -> since <= now)
        .flatMap(since -> written(jdbc, run, since))
        .<News>map(keys -> new News.Steps(StepRows.of(jdbc, run, keys)))
        .orElseGet(News.Everything::new);
  }

  /// Empty where they are more than a run shows.
  private static Optional<List<StepKey>> written(JdbcClient jdbc, RunId run, long since) {
    List<StepKey> outside = StepKeys.directly(jdbc, run, List.of(StepKeys.TOP), 10 * MOST);
    List<StepKey> keys = new ArrayList<>(writtenOf(jdbc, run, outside, since));
    keys.addAll(writtenInTurns(jdbc, run, since));
    return keys.size() <= MOST ? Optional.of(keys) : Optional.empty();
  }

  private static List<StepKey> writtenOf(
      JdbcClient jdbc, RunId run, Collection<StepKey> steps, long since) {
    return jdbc.sql(
            """
            select distinct step from step_record
            where run_id = :run and step = any(:steps) and xid >= :since::xid8 limit :limit\
            """)
        .param("run", run.value())
        .param("steps", Columns.texts(List.copyOf(steps), StepKey::text))
        .param("since", Long.toString(since))
        .param("limit", MOST + 1)
        .query((row, _) -> new StepKey(row.getString("step")))
        .list();
  }

  private static List<StepKey> writtenInTurns(JdbcClient jdbc, RunId run, long since) {
    return jdbc.sql(
            """
            select distinct step from step_record
            where run_id = :run and strpos(step, '.') > 0 and xid >= :since::xid8 limit :limit\
            """)
        .param("run", run.value())
        .param("since", Long.toString(since))
        .param("limit", MOST + 1)
        .query((row, _) -> new StepKey(row.getString("step")))
        .list();
  }
}
