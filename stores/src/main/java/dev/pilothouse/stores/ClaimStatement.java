package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Letter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes runs that no living process walks, each with the next fence.
final class ClaimStatement {
  /// The order prevents deadlocks. A queued run has sent nothing yet, so anyone may take it.
  /// Nothing is taken while this database is held for being older than what Temporal saw.
  private static final String CLAIM =
      """
      update run x set fence = x.fence + 1, owner = :me, state = 'running', due_at = null, mail = false, nudged_at = now()
      from (
        select r.id from run r
        where r.id = any(:runs::uuid[]) and r.finished_at is null
          and (select held_since is null from carrier)
          and (r.state = 'queued'
            or r.state = 'running' and (r.owner is null or r.owner = :me
              or not exists (select from process p where p.id = r.owner and p.lease_until > now()))
            or r.state in ('waiting', 'needs_person') and r.due_at <= now() or r.state = 'waiting' and r.ordered
            or r.state in ('paused', 'needs_person') and r.ordered)
          and (r.concurrency_key is null or r.ordered or not exists (
            select from run e where e.tenant_id = r.tenant_id and e.automation_id = r.automation_id
              and e.concurrency_key = r.concurrency_key and e.finished_at is null
              and (e.position, e.id) < (r.position, r.id)))
        order by r.id for no key update) c
      where x.id = c.id returning x.id\
      """;

  /// In a statement of its own: the first one's snapshot is older than the locks it waited for.
  private static final String WORK =
      """
      select r.id run_id, r.fence, r.ordered, r.in_doubt, r.automation, r.automation_id, r.version, v.definition, j.*
      from run r join journal j on j.id = r.event_id
        join automation_version v on v.automation_id = r.automation_id and v.hash = r.version
      where r.id = any(:runs::uuid[])\
      """;

  private ClaimStatement() {}

  static List<Claimed> execute(JdbcClient tx, UUID me, Collection<RunRef> runs) {
    List<RunId> claimed =
        tx.sql(CLAIM)
            .param("me", me)
            .param("runs", Columns.texts(List.copyOf(runs), ref -> ref.run().toString()))
            .query((row, _) -> new RunId(Rows.id(row, "id")))
            .list();
    return claimed.isEmpty() ? List.of() : work(tx, claimed);
  }

  private static List<Claimed> work(JdbcClient tx, List<RunId> claimed) {
    Map<RunId, List<StepRecord>> steps = StepRows.ahead(tx, claimed);
    Map<RunId, List<Letter>> letters = LetterRows.of(tx, claimed);
    return tx.sql(WORK)
        .param("runs", Columns.texts(claimed, RunId::toString))
        .query((row, number) -> work(row, number, steps, letters))
        .list();
  }

  private static Claimed work(
      ResultSet row,
      int number,
      Map<RunId, List<StepRecord>> steps,
      Map<RunId, List<Letter>> letters)
      throws SQLException {
    RunId run = new RunId(Rows.id(row, "run_id"));
    return new Claimed(
        new Claim(new RunRef(new TenantId(Rows.id(row, "tenant_id")), run), row.getLong("fence")),
        EntryRows.journalEntry(row, number).entry(),
        new AutomationVersion(
            new AutomationId(Rows.id(row, "automation_id")),
            new VersionId(row.getString("version")),
            row.getString("automation"),
            new Json(row.getString("definition"))),
        steps.getOrDefault(run, List.of()),
        letters.getOrDefault(run, List.of()),
        row.getBoolean("ordered"),
        row.getBoolean("in_doubt"));
  }
}
