package dev.pilothouse.stores;

import static java.util.stream.Collectors.joining;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.spi.Runs.Count;
import dev.pilothouse.spi.Runs.Filter;
import dev.pilothouse.spi.Runs.Kin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One search among runs, without its text. Each state is looked through by itself, newest first,
/// so that an index gives the page whatever the state and however rare it is; conditions that were
/// not asked for are not in the statement.
final class RunSearch {
  /// Nobody wants to know more exactly how many there are.
  static final int COUNTED = 1_000;

  /// Ids tell the time of whoever made them, rows that of the database.
  private static final Duration CLOCKS_DIFFER = Duration.ofHours(1);

  private static final String ALL = "run r";

  /// They are found by the events of the subject, and in no other way: the newest 10,000 of these.
  private static final String OF_SUBJECT =
      """
      (select id from journal where subject = :subject and subject <> '' order by position desc limit 10000) e
        cross join lateral (select * from run where event_id = e.id offset 0) r\
      """;

  private final Set<RunState> states;
  private final List<String> automations = new ArrayList<>();
  private final List<String> kin = new ArrayList<>();
  private final List<String> times = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();

  private RunSearch(Filter filter, List<AutomationId> automations, Set<RunState> states) {
    this.states = states;
    automations.forEach(this::ofAutomation);
    akinTo(filter.kin());
    if (!filter.subject().isEmpty()) {
      values.put("subject", filter.subject());
    }
    filter.from().ifPresent(this::from);
    filter.until().ifPresent(this::until);
  }

  /// Empty where nothing can fit.
  static Optional<RunSearch> of(JdbcClient jdbc, Filter filter) {
    return of(jdbc, filter, filter.states().isEmpty() ? everyState() : filter.states());
  }

  /// Whatever states the filter asks for.
  static Optional<RunSearch> inEveryState(JdbcClient jdbc, Filter filter) {
    return of(jdbc, filter, everyState());
  }

  private static Optional<RunSearch> of(JdbcClient jdbc, Filter filter, Set<RunState> states) {
    List<AutomationId> automations =
        filter.automation().isEmpty() ? List.of() : named(jdbc, filter.automation());
    return automations.isEmpty() && !filter.automation().isEmpty()
        ? Optional.empty()
        : Optional.of(new RunSearch(filter, automations, states));
  }

  private static Set<RunState> everyState() {
    return EnumSet.allOf(RunState.class);
  }

  /// Archived ones may share their name with others.
  private static List<AutomationId> named(JdbcClient jdbc, String automation) {
    return jdbc.sql("select id from automation where name = :text or id = :id::uuid limit 20")
        .param("text", automation)
        .param("id", AutomationId.parse(automation).map(AutomationId::toString).orElse(null))
        .query((row, _) -> new AutomationId(Rows.id(row, "id")))
        .list();
  }

  private void ofAutomation(AutomationId automation) {
    String name = "automation" + automations.size();
    automations.add("r.automation_id = :" + name);
    values.put(name, automation.value());
  }

  private void akinTo(Kin asked) {
    asked.event().ifPresent(event -> akinTo("event_id", event.value()));
    asked.parent().ifPresent(run -> akinTo("parent_run", run.value()));
    asked.cause().ifPresent(run -> akinTo("cause_run", run.value()));
    asked.rerunOf().ifPresent(run -> akinTo("rerun_of", run.value()));
  }

  private void akinTo(String column, UUID id) {
    kin.add("r.%1$s = :%1$s".formatted(column));
    values.put(column, id);
  }

  private void from(Instant time) {
    times.add("r.queued_at >= :from and r.id >= :firstId");
    values.put("from", Rows.utc(time));
    values.put("firstId", firstId(time.minus(CLOCKS_DIFFER)));
  }

  private void until(Instant time) {
    times.add("r.queued_at < :until and r.id < :lastId");
    values.put("until", Rows.utc(time));
    values.put("lastId", firstId(time.plus(CLOCKS_DIFFER)));
  }

  /// Newest first.
  List<RunId> newest(JdbcClient jdbc, Optional<RunId> before, int limit) {
    return jdbc.sql(newest(before))
        .params(values)
        .param("limit", limit)
        .query((row, _) -> new RunId(Rows.id(row, "id")))
        .list();
  }

  /// The statement for the ids of the newest; it needs [#values()] and `limit`.
  String newest(Optional<RunId> before) {
    before.ifPresent(run -> values.put("before", run.value()));
    String more = before.isPresent() ? " and r.id < :before" : "";
    return branches()
        .map(branch -> "(select r.id " + branch + more + " order by r.id desc limit :limit)")
        .collect(joining(" union all ", "select id from (", ") b order by id desc limit :limit"));
  }

  Map<String, Object> values() {
    return values;
  }

  /// Each state is counted by itself, and only so far.
  Map<RunState, Count> counts(JdbcClient jdbc) {
    String sql =
        branches()
            .map(branch -> "(select r.state " + branch + " limit :limit)")
            .collect(
                joining(
                    " union all ", "select state, count(*) found from (", ") b group by state"));
    int most = isNarrow() ? COUNTED * states.size() : COUNTED + 1;
    Map<RunState, Integer> found = new EnumMap<>(RunState.class);
    jdbc.sql(sql)
        .params(values)
        .param("limit", most)
        .query((row, _) -> found.put(RunState.parse(row.getString("state")), row.getInt("found")))
        .list();
    boolean cut = isNarrow() && found.values().stream().mapToInt(it -> it).sum() >= most;
    Map<RunState, Count> counts = new EnumMap<>(RunState.class);
    states.forEach(state -> counts.put(state, count(found.getOrDefault(state, 0), cut)));
    return counts;
  }

  private static Count count(int found, boolean cut) {
    return new Count(Math.min(found, COUNTED), cut || found > COUNTED);
  }

  /// Few runs are akin to one thing: they need not be looked through state by state.
  private boolean isNarrow() {
    return !kin.isEmpty() || values.containsKey("subject");
  }

  private Stream<String> branches() {
    Stream<String> byState =
        isNarrow() ? Stream.of(in(states)) : states.stream().map(Set::of).map(RunSearch::in);
    return automations.isEmpty()
        ? byState.map(this::branch)
        : byState.flatMap(
            state -> automations.stream().map(automation -> branch(automation + " and " + state)));
  }

  private String branch(String condition) {
    return Stream.of(Stream.of(condition), kin.stream(), times.stream())
        .flatMap(it -> it)
        .collect(
            joining(
                " and ",
                "from " + (values.containsKey("subject") ? OF_SUBJECT : ALL) + " where ",
                ""));
  }

  /// Written out, so that the planner sees which index serves them.
  private static String in(Set<RunState> states) {
    return states.stream().map(RunState::text).collect(joining("', '", "r.state in ('", "')"));
  }

  /// No run that was queued then or later has a smaller one, as far as clocks agree.
  static UUID firstId(Instant time) {
    return new UUID(Math.max(0, time.toEpochMilli()) << 16, 0);
  }
}
