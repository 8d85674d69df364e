package dev.pilothouse.stores;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StoredVerdict;
import dev.pilothouse.spi.Verdicts.Question;
import dev.pilothouse.spi.Verdicts.Refused;
import dev.pilothouse.spi.Verdicts.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How rows become verdicts.
final class VerdictRows {
  private static final String VERDICTS =
      """
      select k.*, v.number from verdict k join automation_version v on v.automation_id = k.automation_id and v.hash = k.hash
      """;

  /// Events are named by the clock of the process that took them in, and times are the database's:
  /// names are compared with room for their difference, so that the index serves, and times
  /// exactly.
  private static final String REFUSED =
      VERDICTS
          + """
          where k.tenant_id = :tenant and k.automation_id = :automation and k.verdict <> 'fired' and k.verdict = any(:kinds)
            and k.event_id < :before and k.event_id >= journal_month(:from - interval '1 hour') and k.event_id < journal_month(:until + interval '1 hour')
            and k.at >= :from and k.at < :until
          order by k.event_id desc limit :limit\
          """;

  /// One look into the index for each event, and no further in it than so many verdicts: what a
  /// page of events costs does not grow with the automations that listen.
  private static final int MOST_COUNTED = 100;

  private static final String TALLIES =
      """
      select e.id, count(*) filter (where k.verdict = 'fired') runs, count(*) filter (where k.verdict <> 'fired') held
      from unnest(?::uuid[]) e(id) cross join lateral (select verdict from verdict where event_id = e.id limit %d) k
      group by e.id\
      """
          .formatted(MOST_COUNTED);

  private static final Instant FIRST = Instant.EPOCH.plusSeconds(86_400);
  static final Instant LAST = Instant.parse("9999-12-30T00:00:00Z");
  private static final UUID GREATEST = new UUID(-1, -1);

  private VerdictRows() {}

  static List<StoredVerdict> of(
      JdbcClient jdbc, Collection<EventId> events, Collection<AutomationId> automations) {
    return jdbc.sql(
            VERDICTS
                + "where k.event_id = any(:events::uuid[]) and k.automation_id = any(:automations::uuid[])")
        .param("events", Columns.texts(List.copyOf(events), EventId::toString))
        .param("automations", Columns.texts(List.copyOf(automations), AutomationId::toString))
        .query(VerdictRows::verdict)
        .list();
  }

  static Map<EventId, Tally> tallies(JdbcClient jdbc, Collection<EventId> events) {
    return jdbc
        .sql(TALLIES)
        .param(Columns.texts(List.copyOf(events), EventId::toString))
        .query((row, _) -> Map.entry(new EventId(Rows.id(row, "id")), tally(row)))
        .list()
        .stream()
        .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Tally tally(ResultSet row) throws SQLException {
    int runs = row.getInt("runs");
    int held = row.getInt("held");
    return new Tally(runs, held, runs + held == MOST_COUNTED);
  }

  static List<Refused> refused(
      JdbcClient jdbc,
      Question question,
      Set<StoredVerdict.Kind> kinds,
      Optional<EventId> before,
      int limit) {
    List<StoredVerdict> refused =
        jdbc.sql(REFUSED)
            .param("tenant", question.tenant().value())
            .param("automation", question.automation().value())
            .param("kinds", Columns.texts(List.copyOf(kinds), StoredVerdict.Kind::text))
            .param("before", before.map(EventId::value).orElse(GREATEST))
            .param("from", Rows.utc(question.from().filter(FIRST::isBefore).orElse(FIRST)))
            .param("until", Rows.utc(question.until().orElse(LAST)))
            .param("limit", limit)
            .query(VerdictRows::verdict)
            .list();
    return withEntries(jdbc, refused);
  }

  private static List<Refused> withEntries(JdbcClient jdbc, List<StoredVerdict> verdicts) {
    Map<EventId, JournalEntry> entries =
        EntryRows.of(jdbc, verdicts.stream().map(StoredVerdict::event).toList()).stream()
            .collect(toMap(it -> it.entry().id(), identity()));
    return verdicts.stream()
        .flatMap(verdict ->
            Optional.ofNullable(entries.get(verdict.event())).stream()
                .map(entry -> new Refused(verdict, entry)))
        .toList();
  }

  private static StoredVerdict verdict(ResultSet row, int number) throws SQLException {
    return new StoredVerdict(
        new EventId(Rows.id(row, "event_id")),
        new AutomationId(Rows.id(row, "automation_id")),
        AutomationRows.version(row),
        StoredVerdict.Kind.parse(row.getString("verdict")),
        row.getString("reason"),
        Rows.optionalId(row, "run_id").map(RunId::new),
        Rows.instant(row, "at"));
  }
}
