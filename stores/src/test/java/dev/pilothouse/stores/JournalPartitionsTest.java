package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.testkit.DatabaseLogin;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JournalPartitionsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("'journal_'yyyy_MM");

  private final TenantId tenant = stores.tenant();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update %s set actor = 'someone else'",
        "delete from %s",
        "truncate %s",
        "insert into %s (id, tenant_id, source, source_id, type, subject, time, actor)"
            + " select id, tenant_id, source, source_id, type, subject, time, actor from journal"
            + " on conflict (id) do update set actor = 'someone else'",
      })
  void refuseEveryChangeWhoeverAsks(String change) {
    stores.accept(tenant, "kept");

    for (String table :
        List.of("journal", partitionOf(ZonedDateTime.now(ZoneOffset.UTC)), "journal_default")) {
      assertRefused(stores.postgres.superuser(), change.formatted(table), "append-only");
      assertRefused(stores.postgres.migrator(), change.formatted(table), "append-only");
      assertRefused(stores.postgres.system(), change.formatted(table), "permission denied");
      assertRefused(stores.postgres.app(), change.formatted(table), "permission denied");
    }
  }

  @Test
  void existForTwoYearsAhead() {
    ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);

    assertThat(partitions())
        .containsAll(
            IntStream.rangeClosed(-1, 23).mapToObj(now::plusMonths).map(MONTH::format).toList());
  }

  @Test
  void holdTheEntriesOfTheirMonth() {
    ZonedDateTime nextMonth = ZonedDateTime.now(ZoneOffset.UTC).plusMonths(1);

    assertThat(partitionOf(append(idAt(nextMonth.toInstant())))).isEqualTo(MONTH.format(nextMonth));
    ZonedDateTime begins = nextMonth.withDayOfMonth(1).toLocalDate().atStartOfDay(ZoneOffset.UTC);
    assertThat(partitionOf(append(idAt(begins.toInstant())))).isEqualTo(MONTH.format(nextMonth));
    assertThat(partitionOf(append(idAt(begins.toInstant().minusMillis(1)))))
        .isEqualTo(MONTH.format(begins.minusDays(1)));
  }

  @Test
  void loseNoEntryDatedBeyondThem() {
    EventId late = append(idAt(ZonedDateTime.now(ZoneOffset.UTC).plusYears(5).toInstant()));

    assertThat(partitionOf(late)).isEqualTo("journal_default");
    assertThat(stores.journal().find(tenant, late)).isPresent();
  }

  @Test
  void areStillMadeWhenAnEntryStandsInTheirWay() {
    ZonedDateTime far = ZonedDateTime.now(ZoneOffset.UTC).plusYears(7);
    EventId inTheWay = append(idAt(far.toInstant()));
    Instant nextMonth = far.plusMonths(1).toInstant();

    makePartition(far.toInstant());
    makePartition(nextMonth);

    assertThat(partitions())
        .doesNotContain(MONTH.format(far))
        .contains(MONTH.format(far.plusMonths(1)));
    assertThat(partitionOf(inTheWay)).isEqualTo("journal_default");
  }

  private EventId append(EventId id) {
    NewEntry entry =
        new NewEntry(id, tenant, event(id.toString()), Optional.empty(), "test", Optional.empty());
    return stores
        .database()
        .asSystem(tx -> stores.door().append(tx, List.of(entry)))
        .accepted(id)
        .id();
  }

  private static EventId idAt(Instant time) {
    UUID random = EventId.next().value();
    long high = (time.toEpochMilli() << 16) | (random.getMostSignificantBits() & 0xFFFF);
    return new EventId(new UUID(high, random.getLeastSignificantBits()));
  }

  private static void makePartition(Instant month) {
    Stores.client(stores.postgres.migrator())
        .sql(
            "select make_journal_partition(date_trunc('month', ?::timestamptz at time zone 'UTC'))::text")
        .param(month.toString())
        .query()
        .listOfRows();
  }

  private static String partitionOf(ZonedDateTime time) {
    return MONTH.format(time);
  }

  private static String partitionOf(EventId id) {
    return Stores.client(stores.postgres.superuser())
        .sql("select tableoid::regclass::text from journal where id = ?")
        .param(id.value())
        .query(String.class)
        .single();
  }

  private static List<String> partitions() {
    return Stores.client(stores.postgres.superuser())
        .sql(
            "select inhrelid::regclass::text from pg_inherits where inhparent = 'journal'::regclass")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static void assertRefused(DatabaseLogin login, String sql, String why) {
    assertThatThrownBy(() -> Stores.client(login).sql(sql).update())
        .as("%s by %s", sql, login.user())
        .rootCause()
        .hasMessageContaining(why);
  }
}
