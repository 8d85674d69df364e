package dev.pilothouse.stores;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Runs.Filter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Looks for a text in what runs worked on, and in what their steps got, gave and failed with. An
/// index over all of that would cost each step more than the step itself, so the newest runs are
/// read, window by window, for at most a second; the answer tells where to go on.
final class RunTextSearch {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LONGEST = Duration.ofSeconds(1);
  private static final int WINDOW = 200;

  /// Of a long loop only so much is read, and what went wrong before all else.
  private static final int STEPS = 500;

  private static final String FITS =
      """
      select c.id, %s or %s or %s or exists (
          select from (select * from step_record s where s.run_id = r.id and s.result in ('failed', 'unknown') limit %d) s where %s)
        or exists (select from (select * from step_record s where s.run_id = r.id limit %d) s where %s) fits
      from (%%s) c join run r on r.id = c.id join journal j on j.id = r.event_id
      order by c.id desc\
      """
          .formatted(
              in("r.reason", "text"),
              in("j.subject", "text"),
              in("j.data::text", "inJson"),
              STEPS,
              inStep(),
              STEPS,
              inStep());

  private final Database database;
  private final TenantId tenant;
  private final Filter filter;
  private final LongSupplier nanos;

  /// @param nanos this process's own monotonic clock
  RunTextSearch(Database database, TenantId tenant, Filter filter, LongSupplier nanos) {
    this.database = database;
    this.tenant = tenant;
    this.filter = filter;
    this.nanos = nanos;
  }

  private record Look(RunId run, boolean fits) {}

  /// @param goOn where it broke off; empty where nothing is left
  record Hits(List<RunId> runs, Optional<RunId> goOn) {}

  Hits newest(Optional<RunId> before, int limit) {
    long begun = nanos.getAsLong();
    List<RunId> hits = new ArrayList<>();
    Optional<RunId> last = before;
    List<Look> window;
    do {
      window = window(last);
      window.stream().filter(Look::fits).map(Look::run).forEach(hits::add);
      last = window.isEmpty() ? last : Optional.of(window.getLast().run());
    } while (window.size() == WINDOW
        && hits.size() < limit
        && nanos.getAsLong() - begun < LONGEST.toNanos());
    return new Hits(hits, window.size() == WINDOW ? last : Optional.empty());
  }

  private List<Look> window(Optional<RunId> before) {
    return database.as(
        tenant,
        jdbc ->
            RunSearch.of(jdbc, filter)
                .map(search -> looks(jdbc, search, before))
                .orElse(List.of()));
  }

  private List<Look> looks(JdbcClient jdbc, RunSearch search, Optional<RunId> before) {
    return jdbc.sql(FITS.formatted(search.newest(before)))
        .params(search.values())
        .param("limit", WINDOW)
        .param("text", filter.text())
        .param("inJson", escaped(filter.text()))
        .query((row, _) -> new Look(new RunId(Rows.id(row, "id")), row.getBoolean("fits")))
        .list();
  }

  private static String inStep() {
    return String.join(
        " or ",
        in("s.reason", "text"),
        in("s.input::text", "inJson"),
        in("s.output::text", "inJson"),
        in("s.error ->> 'message'", "text"),
        in("s.error ->> 'code'", "text"));
  }

  private static String in(String column, String text) {
    return "coalesce(strpos(lower(%s), lower(:%s)) > 0, false)".formatted(column, text);
  }

  /// As it stands within JSON.
  private static String escaped(String text) {
    String quoted = JSON.writeValueAsString(text);
    return quoted.substring(1, quoted.length() - 1);
  }
}
