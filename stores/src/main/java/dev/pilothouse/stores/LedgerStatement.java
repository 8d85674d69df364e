package dev.pilothouse.stores;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reservations, settlements, waits and turns of many runs in one statement. The fence is compared
/// under the lock of the run's row, in the statement that writes: between the two nothing fits.
final class LedgerStatement {
  private static final String SQL =
      """
      with asked as materialized (
        select * from unnest(
          :runs::uuid[], :fences::bigint[], :states::text[], :dues::timestamptz[], :reasons::text[], :ends::boolean[], :begun::timestamptz[])
        as t(run_id, fence, state, due, reason, ends, begun)),
      line as materialized (
        select * from unnest(
          :lineRuns::uuid[], :steps::text[], :phases::smallint[], :lineFences::bigint[], :names::text[], :kinds::text[],
          :classes::text[], :attempts::int[], :inputs::text[], :results::text[], :outputs::text[], :errors::text[],
          :lineReasons::text[], :lineDues::timestamptz[], :timeouts::bigint[], :maybes::boolean[], :started::timestamptz[],
          :items::int[], :dones::int[], :failures::int[])
        as t(run_id, step, phase, fence, name, kind, class, attempt, input, result, output, error, reason, due, timeout, maybe, started,
          items, done, failed)),
      guard as materialized (
        select r.id, r.tenant_id, r.fence, r.finished_at is null open, r.finished_at is null and not r.ordered live, r.mail
        from run r where r.id = any(:runs::uuid[]) order by r.id for no key update),
      written as (
        insert into step_record (run_id, step, phase, tenant_id, name, kind, effect_class, attempt, fence,
          input, result, output, error, reason, due, maybe, late, started_at, items, done, failed)
        select l.run_id, l.step, l.phase, g.tenant_id, l.name, l.kind, l.class, l.attempt, l.fence,
          l.input::jsonb, l.result, l.output::jsonb, l.error::jsonb, l.reason,
          coalesce(l.due, clock_timestamp() + l.timeout * interval '1 millisecond'), l.maybe,
          l.phase = 1 and g.fence <> l.fence, l.started, l.items, l.done, l.failed
        from line l join guard g on g.id = l.run_id
        where l.phase = 1 or g.fence = l.fence and g.live
        on conflict (run_id, step, phase) do update set
          effect_class = excluded.effect_class, attempt = excluded.attempt, fence = excluded.fence, input = excluded.input,
          result = excluded.result, output = excluded.output, error = excluded.error, reason = excluded.reason,
          due = excluded.due, maybe = excluded.maybe, late = excluded.late, items = excluded.items, done = excluded.done, failed = excluded.failed,
          at = clock_timestamp(), xid = pg_current_xact_id()
        where step_record.phase <> 1 and step_record.fence <= excluded.fence
          or step_record.phase = 1 and step_record.result = 'unknown' and excluded.result <> 'unknown'
        returning step_record.run_id, step_record.step, step_record.phase, step_record.tenant_id, step_record.kind, step_record.attempt,
          step_record.result, old.result was, old.attempt attempt_before, old.at at_before),
      behind as (
        insert into past_attempt (run_id, step, attempt, tenant_id, sent_at, ended_at, reason, error)
        select x.run_id, x.step, x.attempt_before, x.tenant_id, x.at_before,
          case when l.error is not null then clock_timestamp() when w.error is not null then w.at end, coalesce(l.reason, w.reason), coalesce(l.error::jsonb, w.error)
        from written x
          left join line l on l.run_id = x.run_id and l.step = x.step and l.phase = 2 and l.attempt = x.attempt_before
          left join step_record w on w.run_id = x.run_id and w.step = x.step and w.phase = 2 and w.attempt = x.attempt_before
        where x.phase = 0 and x.attempt_before < x.attempt
        on conflict do nothing),
      unheard as (
        delete from awaited_event w using written x
        where x.kind = 'wait' and x.result is not null and w.run_id = x.run_id and w.step = x.step),
      unread as (
        delete from letter p using written x
        where x.kind in ('wait', 'call') and x.result is not null and p.run_id = x.run_id and p.step = x.step),
      moved as (
        update run r set
          state = case when a.state = 'needs_person'
              and not exists (select from written w where w.run_id = r.id and w.result = 'unknown')
              and not exists (
                select from step_record s where s.run_id = r.id and s.phase = 1 and s.result = 'unknown'
                  and not exists (select from written w where w.run_id = s.run_id and w.step = s.step and w.was = 'unknown'))
            then 'queued' else coalesce(a.state, 'running') end,
          owner = case when a.state is null then r.owner end,
          due_at = case when g.mail and a.state in ('waiting', 'needs_person') then now() else a.due end, reason = a.reason, nudged_at = now(),
          started_at = coalesce(r.started_at, a.begun),
          waits_told = case when a.state in ('waiting', 'needs_person') and not g.mail then g.fence else r.waits_told end,
          finished_at = case when a.ends then clock_timestamp() end
        from asked a join guard g on g.id = a.run_id
        where r.id = a.run_id and g.fence = a.fence and (a.ends and g.open or g.live)
          and (a.state is not null or r.state = 'queued' or r.started_at is null and a.begun is not null)
        returning r.id, old.started_at is null and r.started_at is not null begun, r.finished_at is not null ended, r.tenant_id, r.event_id, r.automation_id,
          r.automation, r.depth, r.state, r.reason, r.concurrency_key, r.parent_run is not null called, r.mail and r.state in ('waiting', 'needs_person') mail,
          case when a.state in ('waiting', 'needs_person') and not g.mail then old.waits_told end told),
      over as (delete from awaited_event w using moved m where m.ended and w.run_id = m.id),
      unwanted as (delete from letter p using moved m where m.ended and p.run_id = m.id),
      told as (
        update run r set state = 'queued', owner = null, nudged_at = now()
        from written w
        where r.id = w.run_id and w.was = 'unknown' and r.state in ('needs_person', 'waiting') and r.id not in (select id from moved)
        returning r.id)
      select g.id, g.tenant_id, g.fence, g.open, g.live, exists (select from told t where t.id = g.id) told,
        coalesce(m.begun, false) begun, coalesce(m.ended, false) ended,
        m.event_id, m.automation_id, m.automation, m.depth, m.state, m.reason, m.concurrency_key, m.called, m.mail, m.told told_before
      from guard g left join moved m on m.id = g.id\
      """;

  /// What became of one writing.
  ///
  /// @param open the run has not ended before
  /// @param live nor has anybody ordered anything of it
  /// @param told a late answer has taken the place of an unknown one: the run can go on
  /// @param move empty where the run stands as it stood
  record Written(
      RunRef ref, long fence, boolean open, boolean live, boolean told, Optional<Move> move) {
    /// Nobody owns it, and it waits for nothing.
    boolean canGoOn() {
      return told || move.filter(it -> it.state() == RunState.QUEUED || it.mail()).isPresent();
    }
  }

  /// @param begun it was walked for the first time
  /// @param ended it has ended now
  /// @param turnKey its concurrency key; empty for none
  /// @param called a step of another run waits for its end
  /// @param mail it waits, and what it waits for has come
  /// @param toldBefore where it leaves to wait: the newest claim of whose waits the journal was
  ///   told
  record Move(
      boolean begun,
      boolean ended,
      EventId event,
      AutomationId automation,
      String name,
      int depth,
      RunState state,
      String reason,
      String turnKey,
      boolean called,
      boolean mail,
      Optional<Long> toldBefore) {}

  private LedgerStatement() {}

  static List<Written> execute(JdbcClient tx, List<Writing> writings) {
    List<LineOf> lines =
        writings.stream()
            .flatMap(writing -> writing.lines().stream().map(line -> new LineOf(writing, line)))
            .toList();
    return lines(turns(tx.sql(SQL), writings), lines).query(LedgerStatement::written).list();
  }

  private static Written written(ResultSet row, int number) throws SQLException {
    return new Written(
        new RunRef(new TenantId(Rows.id(row, "tenant_id")), new RunId(Rows.id(row, "id"))),
        row.getLong("fence"),
        row.getBoolean("open"),
        row.getBoolean("live"),
        row.getBoolean("told"),
        row.getString("state") == null ? Optional.empty() : Optional.of(move(row)));
  }

  private static Move move(ResultSet row) throws SQLException {
    return new Move(
        row.getBoolean("begun"),
        row.getBoolean("ended"),
        new EventId(Rows.id(row, "event_id")),
        new AutomationId(Rows.id(row, "automation_id")),
        row.getString("automation"),
        row.getInt("depth"),
        RunState.parse(row.getString("state")),
        row.getString("reason"),
        Rows.optionalText(row, "concurrency_key").orElse(""),
        row.getBoolean("called"),
        row.getBoolean("mail"),
        Rows.optionalLong(row, "told_before"));
  }

  private static JdbcClient.StatementSpec turns(
      JdbcClient.StatementSpec statement, List<Writing> writings) {
    return statement
        .param("runs", Columns.texts(writings, writing -> run(writing).toString()))
        .param("fences", Columns.longs(writings, writing -> writing.claim().fence()))
        .param("states", Columns.optionalTexts(writings, writing -> state(writing.turn())))
        .param("dues", Columns.optionalTexts(writings, writing -> due(writing.turn())))
        .param("reasons", Columns.texts(writings, writing -> reason(writing.turn())))
        .param(
            "ends", Columns.texts(writings, writing -> "" + (writing.turn() instanceof Turn.End)))
        .param("begun", Columns.optionalTexts(writings, LedgerStatement::begun));
  }

  private static JdbcClient.StatementSpec lines(
      JdbcClient.StatementSpec statement, List<LineOf> lines) {
    return contents(statement, lines)
        .param("lineRuns", Columns.texts(lines, it -> run(it.writing()).toString()))
        .param("lineFences", Columns.longs(lines, it -> it.writing().claim().fence()))
        .param("steps", Columns.texts(lines, it -> it.line().step().key().text()))
        .param("names", Columns.texts(lines, it -> it.line().step().label().name()))
        .param("kinds", Columns.texts(lines, it -> it.line().step().label().kind()))
        .param("attempts", Columns.numbers(lines, it -> it.line().step().attempt()))
        .param("started", Columns.instants(lines, it -> it.line().step().startedAt()))
        .param("phases", Columns.numbers(lines, it -> phase(it.line())));
  }

  private static JdbcClient.StatementSpec contents(
      JdbcClient.StatementSpec statement, List<LineOf> lines) {
    return statement
        .param("classes", Columns.optionalTexts(lines, it -> effectClass(it.line())))
        .param("inputs", Columns.texts(lines, it -> input(it.line())))
        .param(
            "results",
            Columns.optionalTexts(lines, it -> outcome(it.line()).map(StoredOutcome::result)))
        .param("outputs", Columns.optionalTexts(lines, it -> output(it.line())))
        .param("errors", Columns.optionalTexts(lines, it -> error(it.line())))
        .param("lineReasons", Columns.texts(lines, it -> lineReason(it.line())))
        .param("lineDues", Columns.optionalTexts(lines, it -> lineDue(it.line())))
        .param("timeouts", Columns.optionalTexts(lines, it -> timeout(it.line())))
        .param(
            "items",
            Columns.optionalTexts(lines, it -> progress(it.line()).map(p -> "" + p.items())))
        .param(
            "dones",
            Columns.optionalTexts(lines, it -> progress(it.line()).map(p -> "" + p.done())))
        .param(
            "failures",
            Columns.optionalTexts(lines, it -> progress(it.line()).map(p -> "" + p.failed())))
        .param("maybes", Columns.texts(lines, it -> "" + maybe(it.line())));
  }

  private static UUID run(Writing writing) {
    return writing.claim().ref().run().value();
  }

  private static Optional<String> begun(Writing writing) {
    return writing.lines().stream().findFirst().map(line -> utc(line.step().startedAt()));
  }

  private static Optional<String> state(Turn turn) {
    return switch (turn) {
      case Turn.Stay _ -> Optional.empty();
      case Turn.Leave(RunState state, _, _) -> Optional.of(state.text());
      case Turn.End(RunState state, _) -> Optional.of(state.text());
    };
  }

  private static Optional<String> due(Turn turn) {
    return switch (turn) {
      case Turn.Stay _, Turn.End _ -> Optional.empty();
      case Turn.Leave(_, var due, _) -> due.map(LedgerStatement::utc);
    };
  }

  private static String reason(Turn turn) {
    return switch (turn) {
      case Turn.Stay _, Turn.Leave _ -> "";
      case Turn.End(_, String reason) -> reason;
    };
  }

  private static int phase(Line line) {
    return switch (line) {
      case Line.Reserve _ -> 0;
      case Line.Settle _ -> 1;
      case Line.Await _ -> 2;
      case Line.Advance _ -> 3;
    };
  }

  private static Optional<String> effectClass(Line line) {
    return switch (line) {
      case Line.Reserve reserve -> Optional.of(reserve.effectClass().text());
      case Line.Settle _, Line.Await _, Line.Advance _ -> Optional.empty();
    };
  }

  private static String input(Line line) {
    return switch (line) {
      case Line.Reserve reserve -> reserve.input().text();
      case Line.Settle settle -> settle.input().text();
      case Line.Await await -> await.input().text();
      case Line.Advance _ -> Json.NULL.text();
    };
  }

  private static Optional<StoredOutcome> outcome(Line line) {
    return switch (line) {
      case Line.Settle settle -> Optional.of(StoredOutcome.of(settle.outcome()));
      case Line.Reserve _, Line.Await _, Line.Advance _ -> Optional.empty();
    };
  }

  private static Optional<String> error(Line line) {
    return line instanceof Line.Await await
        ? await.met().map(StoredOutcome::text)
        : outcome(line).flatMap(StoredOutcome::error);
  }

  private static Optional<String> output(Line line) {
    return progress(line)
        .map(further -> further.results().text())
        .or(() -> outcome(line).flatMap(StoredOutcome::output));
  }

  private static Optional<LoopProgress> progress(Line line) {
    return line instanceof Line.Advance(_, LoopProgress further)
        ? Optional.of(further)
        : Optional.empty();
  }

  private static String lineReason(Line line) {
    return switch (line) {
      case Line.Reserve _, Line.Advance _ -> "";
      case Line.Settle settle -> StoredOutcome.of(settle.outcome()).reason();
      case Line.Await await -> await.reason();
    };
  }

  private static Optional<String> lineDue(Line line) {
    return switch (line) {
      case Line.Await await -> Optional.of(utc(await.due()));
      case Line.Reserve _, Line.Settle _, Line.Advance _ -> Optional.empty();
    };
  }

  private static Optional<String> timeout(Line line) {
    return switch (line) {
      case Line.Reserve reserve -> Optional.of("" + reserve.timeout().toMillis());
      case Line.Settle _, Line.Await _, Line.Advance _ -> Optional.empty();
    };
  }

  private static boolean maybe(Line line) {
    return line instanceof Line.Await await && await.maybe();
  }

  private static String utc(Instant instant) {
    return Rows.utc(instant).toString();
  }

  private record LineOf(Writing writing, Line line) {}
}
