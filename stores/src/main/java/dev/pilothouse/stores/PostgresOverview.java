package dev.pilothouse.stores;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import dev.pilothouse.model.Awaited;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Overview;
import dev.pilothouse.spi.Runs.Count;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The figures of a company. Runs are counted state by state and stretch by stretch, each from the
/// index and only so far: what it costs does not grow with the house.
public final class PostgresOverview implements Overview {
  /// Of the events of the time that is asked for.
  private static final int MOST_EVENTS = 10_000;

  private static final int MOST_IN_SLOT = 2_000;
  private static final int MOST_REFUSED = 1_000;
  private static final int MOST_SOURCES = 20;
  private static final int MOST_STEPS = 900;

  private static final String NOW =
      """
      select s.state, f.* from unnest(array['%s']) s(state) cross join lateral
        (select count(*) found, min(r.queued_at) oldest, min(r.due_at) due from
          (select queued_at, due_at from run where state = s.state order by id limit %d) r) f\
      """
          .formatted(
              named(Stream.of(RunState.values()).filter(state -> !state.ended())),
              RunSearch.COUNTED + 1);

  private static final String UNKNOWN =
      """
      select count(*) from (select from (select id from run where state = 'needs_person' order by id limit %1$d) r
        join step_record s on s.run_id = r.id and s.phase = 1 and s.result = 'unknown' limit %1$d) u\
      """
          .formatted(RunSearch.COUNTED + 1);

  private static final String SLOTS =
      """
      select t.place - 1 place, s.state, f.found
      from unnest(:from::uuid[], :until::uuid[]) with ordinality t(first, last, place) cross join unnest(array['%s']) s(state) cross join lateral
        (select count(*) found from (select from run r where r.state = s.state and r.id >= t.first and r.id < t.last limit %d) r) f
      where f.found > 0\
      """
          .formatted(named(Stream.of(RunState.values())), MOST_IN_SLOT + 1);

  /// As the system, for whom the first entry of a time is the first of an index.
  private static final String FIRST =
      "select position from journal where id >= ? order by id limit 1";

  private static final String INTAKE =
      """
      with came as materialized (
        select id, source from journal where position >= :first and recorded_at >= :since and cause_run is null and source_id <> id::text
        order by position desc limit :most),
      refused as materialized (
        select source from (select source, received_at from refused_delivery order by received_at desc, id desc limit :mostRefused) d where received_at >= :since)
      select source, sum(received)::int received, sum(fired)::int fired, sum(refused)::int refused from (
        select source, 1 received, (exists (select from run r where r.event_id = came.id))::int fired, 0 refused from came
        union all select source, 0, 0, 1 from refused) each
      group by source order by 2 desc, 4 desc, source\
      """;

  private static final String STOPS =
      """
      select r.id run, s.name, s.kind, coalesce(s.input, 'null') <> 'null' listens, s.result = 'unknown' asks, s.reason, s.due from unnest(?::uuid[]) r(id) cross join lateral (
        select * from (
          select name, kind, input, reason, phase, result, case when phase = 2 then due end due, bool_or(phase = 1) over (partition by step) settled
          from (select * from step_record where run_id = r.id order by step, phase limit %d) shown) looked
        where (phase = 2 and not settled) or result = 'unknown' order by phase, due limit 1) s\
      """
          .formatted(MOST_STEPS);

  private record InSlot(int place, RunState state, Count count) {}

  private final Database database;

  public PostgresOverview(Database database) {
    this.database = database;
  }

  @Override
  public Figures of(TenantId tenant, Window window) {
    Optional<Long> first = first(window);
    return database.as(
        tenant,
        jdbc ->
            new Figures(
                now(jdbc), unknown(jdbc), slots(jdbc, window), intake(jdbc, window, first)));
  }

  @Override
  public Map<RunId, Stop> stops(TenantId tenant, List<RunId> runs) {
    return database.as(
        tenant,
        jdbc ->
            jdbc
                .sql(STOPS)
                .param(Columns.texts(runs, RunId::toString))
                .query((row, _) -> Map.entry(new RunId(Rows.id(row, "run")), stop(row)))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Stop stop(ResultSet row) throws SQLException {
    return new Stop(
        row.getBoolean("asks")
            ? Awaited.Kind.PERSON
            : Awaited.Kind.of(row.getString("kind"), row.getBoolean("listens")),
        row.getString("name"),
        row.getString("reason"),
        Rows.optionalInstant(row, "due"));
  }

  private static Map<RunState, Now> now(JdbcClient jdbc) {
    Map<RunState, Now> now = new EnumMap<>(RunState.class);
    jdbc.sql(NOW)
        .query((row, _) -> now.put(RunState.parse(row.getString("state")), now(row)))
        .list();
    return now;
  }

  private static Now now(ResultSet row) throws SQLException {
    Count count = count(row.getInt("found"), RunSearch.COUNTED);
    return new Now(
        count,
        Rows.optionalInstant(row, "oldest"),
        Rows.optionalInstant(row, "due").filter(_ -> !count.more()));
  }

  private static Count unknown(JdbcClient jdbc) {
    return count(jdbc.sql(UNKNOWN).query(Integer.class).single(), RunSearch.COUNTED);
  }

  private static List<Map<RunState, Count>> slots(JdbcClient jdbc, Window window) {
    List<Map<RunState, Count>> slots =
        IntStream.range(0, window.slots())
            .mapToObj(_ -> (Map<RunState, Count>) new EnumMap<RunState, Count>(RunState.class))
            .toList();
    jdbc.sql(SLOTS)
        .param("from", firstIds(window, 0))
        .param("until", firstIds(window, 1))
        .query((row, _) -> inSlot(row))
        .list()
        .forEach(found -> slots.get(found.place()).put(found.state(), found.count()));
    return slots;
  }

  private static InSlot inSlot(ResultSet row) throws SQLException {
    return new InSlot(
        row.getInt("place"),
        RunState.parse(row.getString("state")),
        count(row.getInt("found"), MOST_IN_SLOT));
  }

  private static String[] firstIds(Window window, int later) {
    return IntStream.range(0, window.slots())
        .mapToObj(place -> RunSearch.firstId(window.at(place + later)))
        .map(UUID::toString)
        .toArray(String[]::new);
  }

  private Optional<Long> first(Window window) {
    return database.asSystem(jdbc ->
        jdbc.sql(FIRST).param(RunSearch.firstId(window.from())).query(Long.class).optional());
  }

  private static Intake intake(JdbcClient jdbc, Window window, Optional<Long> first) {
    List<Source> sources =
        jdbc.sql(INTAKE)
            .param("first", first.orElse(Long.MAX_VALUE))
            .param("since", Rows.utc(window.from()))
            .param("most", MOST_EVENTS)
            .param("mostRefused", MOST_REFUSED)
            .query(PostgresOverview::source)
            .list();
    boolean cut = sources.stream().mapToInt(Source::received).sum() == MOST_EVENTS;
    return new Intake(
        sources.subList(0, Math.min(MOST_SOURCES, sources.size())),
        cut || sources.size() > MOST_SOURCES);
  }

  private static Source source(ResultSet row, int number) throws SQLException {
    return new Source(
        row.getString("source"),
        row.getInt("received"),
        row.getInt("fired"),
        row.getInt("refused"));
  }

  private static Count count(int found, int most) {
    return new Count(Math.min(found, most), found > most);
  }

  private static String named(Stream<RunState> states) {
    return states.map(RunState::text).collect(joining("', '"));
  }
}
