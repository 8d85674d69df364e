package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds what should move and does not: a row that says so is all that a crash leaves.
final class UnattendedStatement {
  /// One branch for each reason, each on an index of its own: queued or under way with an owner
  /// that is dead, or with none, or with this very process, which knows better than the row whether
  /// it walks the run; due and not woken; told by a late answer in the moment it left to ask a
  /// person; ordered and not looked at.
  private static final String SQL =
      """
      with stopped as (
        select r.id from run r
        where r.state in ('queued', 'running') and r.nudged_at <= now() - :quiet * interval '1 millisecond'
          and (r.owner is null or r.owner = :me or not exists (
            select from process p where p.id = r.owner and p.lease_until > now()))
          and (r.concurrency_key is null or not exists (
            select from run e where e.tenant_id = r.tenant_id and e.automation_id = r.automation_id
              and e.concurrency_key = r.concurrency_key and e.finished_at is null
              and (e.position, e.id) < (r.position, r.id)))
        order by r.nudged_at limit :limit for no key update of r skip locked),
      due as (
        select r.id from run r
        where r.state = 'waiting' and r.due_at <= now() - interval '5 seconds'
          and r.nudged_at <= now() - :quiet * interval '1 millisecond'
        order by r.due_at limit :limit for no key update of r skip locked),
      ordered as (
        select r.id from run r
        where r.ordered and r.finished_at is null and r.owner is null
          and r.nudged_at <= now() - :quiet * interval '1 millisecond'
        limit :limit for no key update of r skip locked),
      told as (
        update run r set state = 'queued' where r.state = 'needs_person' and not exists (
          select from step_record s where s.run_id = r.id and s.phase = 1 and s.result = 'unknown')
        returning r.id, r.tenant_id),
      taken as (
        update run r set nudged_at = now()
        where r.id in (select id from stopped union select id from due union select id from ordered)
        returning r.id, r.tenant_id)
      select id, tenant_id from taken union select id, tenant_id from told\
      """;

  private UnattendedStatement() {}

  static List<RunRef> execute(JdbcClient tx, UUID me, Duration quiet, int limit) {
    return tx.sql(SQL)
        .param("me", me)
        .param("quiet", quiet.toMillis())
        .param("limit", limit)
        .query((row, _) ->
            new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))))
        .list();
  }
}
