package dev.pilothouse.stores;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Glances;
import dev.pilothouse.spi.Runs.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Automations at a glance. Each state of each automation is looked through by itself, newest
/// first, so that the index of a list serves it however many runs there are.
public final class PostgresGlances implements Glances {
  private static final int SHOWN = 30;

  private static final String EACH =
      "from unnest(:automations::uuid[]) a(id) cross join unnest(array['%s']) s(state) cross join lateral "
          .formatted(states());

  private static final String NEWEST =
      """
      select * from (select a.id automation, r.*, row_number() over (partition by a.id order by r.id desc) place %s
        (select r.id run, r.id, r.state, r.queued_at, r.started_at, r.finished_at from run r
          where r.automation_id = a.id and r.state = s.state order by r.id desc limit %d) r) n
      where place <= %d order by automation, place\
      """
          .formatted(EACH, SHOWN, SHOWN);

  private static final String COUNTS =
      """
      select a.id automation, s.state, r.found %s
        (select count(*) found from (select from run r where r.automation_id = a.id and r.state = s.state
          and (s.state not in ('finished', 'failed', 'cancelled') or r.id >= :since) limit %d) f) r
      where r.found > 0\
      """
          .formatted(EACH, RunSearch.COUNTED + 1);

  /// A draft may hold anything in the place of its triggers.
  private static final String SAID =
      """
      select a.id automation, coalesce(d.definition ->> 'description', '') description,
        array(select case when jsonb_typeof(t.it -> 'event') = 'string' then t.it ->> 'event' when jsonb_exists(t.it, 'manual') then 'manual' else 'api' end
          from jsonb_array_elements(case when jsonb_typeof(d.definition -> 'on') = 'array' then d.definition -> 'on' else '[]' end) with ordinality t(it, place)
          where jsonb_typeof(t.it -> 'event') = 'string' or jsonb_exists_any(t.it, array['manual', 'api']) order by t.place) started_by
      from automation a left join automation_version v on v.automation_id = a.id and v.hash = a.published
        cross join lateral (select coalesce(v.definition, a.draft) definition) d
      where a.id = any(:automations::uuid[])\
      """;

  private record Said(AutomationId automation, String description, List<String> startedBy) {}

  private record OfAutomation(AutomationId automation, Newest newest) {}

  private record Counted(AutomationId automation, RunState state, int runs) {
    Count count() {
      return new Count(Math.min(runs, RunSearch.COUNTED), runs > RunSearch.COUNTED);
    }
  }

  private final Database database;

  public PostgresGlances(Database database) {
    this.database = database;
  }

  @Override
  public List<Glance> of(TenantId tenant, List<AutomationId> automations, Instant since) {
    return database.as(tenant, jdbc -> glances(jdbc, automations, since));
  }

  private static List<Glance> glances(
      JdbcClient jdbc, List<AutomationId> automations, Instant since) {
    String[] ids = Columns.texts(automations, AutomationId::toString);
    Map<AutomationId, Said> said =
        jdbc.sql(SAID).param("automations", ids).query(PostgresGlances::said).list().stream()
            .collect(toMap(Said::automation, identity()));
    Map<AutomationId, List<OfAutomation>> newest =
        jdbc.sql(NEWEST).param("automations", ids).query(PostgresGlances::newest).list().stream()
            .collect(groupingBy(OfAutomation::automation));
    Map<AutomationId, List<Counted>> counts =
        jdbc
            .sql(COUNTS)
            .param("automations", ids)
            .param("since", RunSearch.firstId(since))
            .query(PostgresGlances::counted)
            .list()
            .stream()
            .collect(groupingBy(Counted::automation));
    return automations.stream()
        .flatMap(id -> Optional.ofNullable(said.get(id)).stream())
        .map(it ->
            new Glance(
                it.automation(),
                it.description(),
                it.startedBy(),
                newest.getOrDefault(it.automation(), List.of()).stream()
                    .map(OfAutomation::newest)
                    .toList(),
                inEveryState(counts.getOrDefault(it.automation(), List.of()))))
        .toList();
  }

  private static Said said(ResultSet row, int number) throws SQLException {
    return new Said(
        automation(row),
        row.getString("description"),
        List.of((String[]) row.getArray("started_by").getArray()));
  }

  private static Map<RunState, Count> inEveryState(List<Counted> found) {
    Map<RunState, Count> counts = found.stream().collect(toMap(Counted::state, Counted::count));
    Arrays.stream(RunState.values())
        .forEach(state -> counts.putIfAbsent(state, new Count(0, false)));
    return counts;
  }

  private static OfAutomation newest(ResultSet row, int number) throws SQLException {
    Instant queued = Rows.instant(row, "queued_at");
    Instant began = Rows.optionalInstant(row, "started_at").orElse(queued);
    return new OfAutomation(
        automation(row),
        new Newest(
            new RunId(Rows.id(row, "run")),
            RunState.parse(row.getString("state")),
            queued,
            Rows.optionalInstant(row, "finished_at").map(end -> Duration.between(began, end))));
  }

  private static Counted counted(ResultSet row, int number) throws SQLException {
    return new Counted(
        automation(row), RunState.parse(row.getString("state")), row.getInt("found"));
  }

  private static AutomationId automation(ResultSet row) throws SQLException {
    UUID id = Rows.id(row, "automation");
    return new AutomationId(id);
  }

  private static String states() {
    return Arrays.stream(RunState.values()).map(RunState::text).collect(joining("', '"));
  }
}
