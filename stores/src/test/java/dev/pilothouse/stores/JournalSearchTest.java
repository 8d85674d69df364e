package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.Filter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A search reads little more than it finds, however much came since or before.
class JournalSearchTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final int NOISE = 5_000;
  private static final int LITTLE = 200;
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final Duration DAY = Duration.ofDays(1);

  private static TenantId tenant;

  /// A rare one of each of two types, and much else in the ten days since.
  @BeforeAll
  static void fill() {
    tenant = stores.tenant();
    write(tenant, "rare.one", 1, NOW.minus(DAY.multipliedBy(11)));
    write(tenant, "rare.two", 1, NOW.minus(DAY.multipliedBy(10)));
    write(tenant, "noise", NOISE, NOW.minus(DAY.multipliedBy(10)));
  }

  @Test
  void findsARareTypeWithoutReadingAllThatCameSince() {
    assertThat(found(ofType("rare.one"))).isOne();
    assertThat(read(ofType("rare.one"))).isLessThan(LITTLE);
    assertThat(read(ofType("never"))).isLessThan(LITTLE);
  }

  @Test
  void findsARareFamilyWithoutReadingAllThatCameSince() {
    assertThat(stores.journal().page(tenant, ofType("rare.*"), Optional.empty(), 50))
        .extracting(found -> found.entry().event().type())
        .containsExactly("rare.two", "rare.one");
    assertThat(read(ofType("rare.*"))).isLessThan(LITTLE);
    assertThat(read(ofType("never.*"))).isLessThan(LITTLE);
  }

  @Test
  void findsTheNewestOfAFamilyPageByPage() {
    Filter noise = ofType("n*");
    List<JournalEntry> first = stores.journal().page(tenant, noise, Optional.empty(), 3);

    assertThat(stores.journal().page(tenant, noise, Optional.of(first.get(1).position()), 2))
        .first()
        .isEqualTo(first.get(2));
    assertThat(read(noise)).isLessThan(LITTLE);
  }

  @Test
  void findsAFamilyAlsoWhereItsTypesAreTooManyToBeSearchedOneByOne() {
    TenantId talkative = stores.tenant();
    write(talkative, "made.up.%s", 150, NOW);

    assertThat(stores.journal().page(talkative, ofType("made.*"), Optional.empty(), 200))
        .hasSize(150);
  }

  @Test
  void findsWhatIsLongAgoWithoutReadingAllThatCameSince() {
    Filter early = within(Optional.empty(), Optional.of(NOW.minus(DAY.multipliedBy(10))));

    assertThat(found(early)).isOne();
    assertThat(read(early)).isLessThan(LITTLE);
  }

  @Test
  void findsWhatIsNewWithoutReadingAllThatCameBefore() {
    Filter late = new Filter("rare.one", "", "", Optional.of(NOW), Optional.empty());
    Filter quiet = within(Optional.of(NOW.plus(DAY)), Optional.empty());

    assertThat(found(late)).isZero();
    assertThat(found(quiet)).isZero();
    assertThat(read(quiet)).isLessThan(LITTLE);
  }

  @Test
  void missesNothingThatWasRecordedAtEitherEnd() {
    Instant begun = NOW.minus(DAY.multipliedBy(10));
    Filter first = within(Optional.of(begun), Optional.of(begun.plusMillis(1)));

    assertThat(found(first)).isEqualTo(2);
  }

  private static Filter ofType(String type) {
    return new Filter(type, "", "", Optional.empty(), Optional.empty());
  }

  private static Filter within(Optional<Instant> from, Optional<Instant> until) {
    return new Filter("", "", "", from, until);
  }

  private static int found(Filter filter) {
    return stores.journal().page(tenant, filter, Optional.empty(), 50).size();
  }

  /// How many entries the database has looked at for it.
  private static long read(Filter filter) {
    return stores
        .database()
        .as(
            tenant,
            jdbc -> {
              long before = looked(jdbc);
              var _ = EntrySearch.of(filter, jdbc, tenant).newest(jdbc, Optional.empty(), 50);
              return looked(jdbc) - before;
            });
  }

  /// Of this transaction and of some before it.
  private static long looked(JdbcClient jdbc) {
    return jdbc.sql(
            """
            select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) from pg_stat_xact_all_tables
            where relname like 'journal\\_%'\
            """)
        .query(Long.class)
        .single();
  }

  /// One every minute.
  ///
  /// @param type its number may stand in it
  private static void write(TenantId of, String type, int times, Instant from) {
    var _ =
        stores
            .database()
            .asSystem(tx ->
                tx.sql(
                        """
                        insert into journal (id, tenant_id, source, source_id, type, subject, time, actor, recorded_at)
                        select uuidv7(), :tenant, 's', n::text, format(:type, n), '', moment, 'test', moment
                        from (select n, :from::timestamptz + n * interval '1 minute' moment from generate_series(0, :times - 1) n) t\
                        """)
                    .param("tenant", of.value())
                    .param("type", type)
                    .param("times", times)
                    .param("from", Rows.utc(from))
                    .update());
  }
}
