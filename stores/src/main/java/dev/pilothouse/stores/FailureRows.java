package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Books.Notice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Failed runs whose automations ask that people hear of it, and how many of them people heard of.
final class FailureRows {
  /// So many of an automation are told by themselves within the time.
  static final int BY_THEMSELVES = 5;

  static final Duration TIME = Duration.ofHours(1);

  private static final int LONGEST_REASON = 500;

  private static final String ASKED =
      """
      select r.id run_id, r.tenant_id, r.automation_id, r.automation, r.reason, v.definition #>> '{on_failure,notify}' notify
      from run r join automation_version v on v.automation_id = r.automation_id and v.hash = r.version
      where r.id = any(:runs::uuid[]) and v.definition #>> '{on_failure,notify}' is not null
      order by r.automation_id, r.finished_at, r.id\
      """;

  /// What is over and has something to tell goes on until it is told.
  private static final String COUNT =
      """
      insert into failure_notice as f (tenant_id, automation_id, since, until, told, untold, last_run)
      values (:tenant, :automation, now(), now() + :time * interval '1 second', least(:failed, :most), greatest(0, :failed - :most), :last)
      on conflict (tenant_id, automation_id) do update set
        since = case when f.until > now() or f.untold > 0 then f.since else excluded.since end,
        until = case when f.until > now() or f.untold > 0 then f.until else excluded.until end,
        told = case when f.until > now() or f.untold > 0 then least(:most, f.told + :failed) else excluded.told end,
        untold = case when f.until > now() or f.untold > 0 then f.untold + greatest(0, f.told + :failed - :most) else excluded.untold end,
        last_run = excluded.last_run
      returning told - case when old.until > now() or old.untold > 0 then old.told else 0 end by_themselves\
      """;

  /// Those that somebody counts on right now are left for the next time.
  private static final String OVER =
      """
      with over as (
        delete from failure_notice where (tenant_id, automation_id) in (
          select tenant_id, automation_id from failure_notice where until <= now() order by until limit :limit for update skip locked)
        returning *)
      select o.since, o.until, o.untold, r.id run_id, r.tenant_id, r.automation_id, r.automation, r.reason,
        v.definition #>> '{on_failure,notify}' notify
      from over o join run r on r.id = o.last_run
        join automation_version v on v.automation_id = r.automation_id and v.hash = r.version\
      """;

  private FailureRows() {}

  /// @param to as the automation's author wrote it
  record Failure(RunRef run, AutomationId automation, String name, String reason, String to) {
    static Failure of(ResultSet row, int number) throws SQLException {
      return new Failure(
          new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "run_id"))),
          new AutomationId(Rows.id(row, "automation_id")),
          row.getString("automation"),
          row.getString("reason"),
          row.getString("notify"));
    }

    void tell(JdbcClient tx) {
      pin(tx, "'" + name + "' failed" + because(), "");
    }

    void tellTogether(JdbcClient tx, int failed, Instant since, Instant until) {
      String runs = failed == 1 ? "And one more run" : "And " + failed + " more runs";
      pin(
          tx,
          "%s of '%s' failed between %s and %s; the last%s"
              .formatted(runs, name, Words.time(since), Words.time(until), because()),
          "automation/" + automation);
    }

    private String because() {
      return reason.isEmpty() ? "." : ": " + shortened(reason);
    }

    private static String shortened(String text) {
      return text.length() > LONGEST_REASON ? text.substring(0, LONGEST_REASON) + "…" : text;
    }

    private void pin(JdbcClient tx, String text, String about) {
      var _ = NoticeBoard.ofRun(tx, run).pin(new Notice(to, text, about));
    }
  }

  /// Those of one automation stand together, in the order in which they failed; the automations in
  /// one order everywhere, so that nobody deadlocks.
  static List<Failure> asked(JdbcClient tx, List<RunRef> failed) {
    return tx.sql(ASKED)
        .param("runs", Columns.texts(failed, run -> run.run().toString()))
        .query(Failure::of)
        .list();
  }

  /// @param failures of this automation
  /// @return how many of them are to be told by themselves
  static int count(JdbcClient tx, AutomationId automation, List<Failure> failures) {
    return tx.sql(COUNT)
        .param("tenant", failures.getFirst().run().tenant().value())
        .param("automation", automation.value())
        .param("time", TIME.toSeconds())
        .param("failed", failures.size())
        .param("most", BY_THEMSELVES)
        .param("last", failures.getLast().run().run().value())
        .query(Integer.class)
        .single();
  }

  /// Tells of those that were counted and not told, where the time is over.
  ///
  /// @return of how many automations the time was over
  static int tellOfTheOthers(JdbcClient tx, int limit) {
    List<Optional<Others>> over = tx.sql(OVER).param("limit", limit).query(Others::of).list();
    over.stream().flatMap(Optional::stream).forEach(others -> others.tell(tx));
    return over.size();
  }

  private record Others(Failure last, int failed, Instant since, Instant until) {
    static Optional<Others> of(ResultSet row, int number) throws SQLException {
      int untold = row.getInt("untold");
      return untold == 0
          ? Optional.empty()
          : Optional.of(
              new Others(
                  Failure.of(row, number),
                  untold,
                  Rows.instant(row, "since"),
                  Rows.instant(row, "until")));
    }

    void tell(JdbcClient tx) {
      last.tellTogether(tx, failed, since, until);
    }
  }
}
