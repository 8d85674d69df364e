package dev.pilothouse.stores;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toList;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger.Unattended;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds what should move and does not: a row that says so is all that a crash leaves.
final class UnattendedStatement {
  /// One branch for each reason, each on an index of its own: queued or under way with an owner
  /// that is dead, or with none, or with this very process, which knows better than the row whether
  /// it walks the run; due and not woken; told by a late answer in the moment it left to ask a
  /// person; ordered and not looked at. A dead owner is struck out, so that its run is not found
  /// once more while it is about to be walked.
  private static final String SQL =
      """
      with stopped as (
        select r.id from run r
        where r.state in ('queued', 'running')
          and ((r.owner is null or r.owner = :me and not (r.id = any(:inHand::uuid[])))
              and r.nudged_at <= now() - :quiet * interval '1 millisecond'
            or r.owner <> :me and r.nudged_at <= now() - least(:quiet, 500) * interval '1 millisecond'
              and not exists (select from process p where p.id = r.owner and p.lease_until > now()))
          and (r.concurrency_key is null or not exists (
            select from run e where e.tenant_id = r.tenant_id and e.automation_id = r.automation_id
              and e.concurrency_key = r.concurrency_key and e.finished_at is null
              and (e.position, e.id) < (r.position, r.id)))
        order by r.nudged_at limit :limit for no key update of r skip locked),
      due as (
        select r.id from run r
        where r.state in ('waiting', 'needs_person') and r.due_at <= now() - interval '5 seconds'
          and r.nudged_at <= now() - :quiet * interval '1 millisecond'
        order by r.due_at limit :limit for no key update of r skip locked),
      ordered as (
        select r.id from run r
        where r.ordered and r.finished_at is null and r.owner is null
          and r.nudged_at <= now() - :quiet * interval '1 millisecond'
        limit :limit for no key update of r skip locked),
      told as (
        update run set state = 'queued', nudged_at = now() where id in (
          select r.id from run r where r.state = 'needs_person' and not exists (
            select from step_record s where s.run_id = r.id and s.phase = 1 and s.result = 'unknown')
          for no key update of r skip locked)
        returning id, tenant_id),
      taken as (
        update run r set nudged_at = now(), owner = case when r.owner = :me then r.owner end
        where r.id in (select id from stopped union select id from due union select id from ordered)
        returning r.id, r.tenant_id, r.state in ('queued', 'running') stopped)
      select id, tenant_id, stopped from taken union all select id, tenant_id, false from told\
      """;

  private final JdbcClient tx;
  private final UUID me;
  private final Duration quiet;
  private final int limit;

  UnattendedStatement(JdbcClient tx, UUID me, Duration quiet, int limit) {
    this.tx = tx;
    this.me = me;
    this.quiet = quiet;
    this.limit = limit;
  }

  Unattended execute(Collection<RunId> inHand) {
    Map<Boolean, List<RunRef>> found =
        tx
            .sql(SQL)
            .param("me", me)
            .param("inHand", Columns.texts(List.copyOf(inHand), RunId::toString))
            .param("quiet", quiet.toMillis())
            .param("limit", limit)
            .query((row, _) -> Map.entry(row.getBoolean("stopped"), ref(row)))
            .list()
            .stream()
            .collect(partitioningBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
    return new Unattended(
        found.getOrDefault(true, List.of()), found.getOrDefault(false, List.of()));
  }

  private static RunRef ref(ResultSet row) throws SQLException {
    return new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id")));
  }
}
