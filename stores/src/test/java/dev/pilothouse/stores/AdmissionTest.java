package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.TIME;
import static dev.pilothouse.stores.StoredEvents.changedBy;
import static dev.pilothouse.stores.StoredEvents.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Ledger.Writing;
import dev.pilothouse.spi.Matching.Dedupe;
import dev.pilothouse.spi.Matching.Match;
import dev.pilothouse.spi.Matching.Mode;
import dev.pilothouse.spi.Matching.Terms;
import dev.pilothouse.spi.Matching.Throttle;
import dev.pilothouse.spi.Matching.Turn;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@Timeout(120)
class AdmissionTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration HOUR = Duration.ofHours(1);

  private final TenantId tenant = stores.tenant();
  private final AutomationVersion greet = stores.publish(tenant, "Greet");

  @Test
  void startsTheFirstOfEqualEventsAlone() {
    NewEntry first = entry(tenant, "1");
    NewEntry second = entry(tenant, "2");
    RunId run = started(append(dedupe("order-7"), first), first);

    Appended appended = append(dedupe("order-7"), second);

    assertThat(appended.runs()).isEmpty();
    assertThat(verdict(second))
        .containsEntry("verdict", "deduplicated")
        .containsEntry("run_id", run.value());
    assertThat(appended.refusals().get(second.id()))
        .contains(first.id().toString(), run.toString(), "'order-7'");
  }

  @Test
  void seesEqualEventsOfOneCommit() {
    NewEntry first = entry(tenant, "1");
    NewEntry second = entry(tenant, "2");

    Appended appended = append(dedupe("order-7"), first, second);

    assertThat(appended.runs()).containsOnlyKeys(first.id());
    assertThat(verdict(second)).containsEntry("run_id", started(appended, first).value());
  }

  @Test
  void takesOtherKeysAndAutomationsForDifferent() {
    stores.publish(tenant, "Bill");
    NewEntry one = entry(tenant, "1");
    NewEntry other = entry(tenant, "2");

    Appended appended = append(it -> dedupeTerms(it.event().sourceId()), one, other);

    assertThat(appended.runs().get(one.id())).hasSize(2);
    assertThat(appended.runs().get(other.id())).hasSize(2);
  }

  @Test
  void startsAnotherOnceTheWindowIsOver() {
    append(dedupe("order-7"), entry(tenant, "1"));
    stores.change(
        "update dedupe_mark set until = now() - interval '1 ms' where tenant_id = ?",
        tenant.value());
    NewEntry later = entry(tenant, "2");

    assertThat(append(dedupe("order-7"), later).runs()).containsKey(later.id());
    assertThat(rows("dedupe_mark")).isEqualTo(1);
  }

  @Test
  void forgetsWhatIsOver() {
    IntStream.range(0, 5).forEach(at -> append(dedupe("k" + at), entry(tenant, "d" + at)));
    IntStream.range(0, 5).forEach(at -> append(throttle(1, "k" + at), entry(tenant, "t" + at)));
    for (String table : List.of("dedupe_mark", "throttle_mark")) {
      stores.change(
          "update " + table + " set until = now() - interval '2 minutes' where tenant_id = ?",
          tenant.value());
    }

    append(dedupe("fresh"), entry(tenant, "d"));
    append(throttle(1, "fresh"), entry(tenant, "t"));

    assertThat(rows("dedupe_mark")).isEqualTo(1);
    assertThat(rows("throttle_mark")).isEqualTo(1);
  }

  @Test
  void startsNoMoreThanMayBeginInTheTime() {
    List<NewEntry> entries = entries("n", 5);

    Appended appended = append(throttle(3, "deal/42"), entries.toArray(NewEntry[]::new));
    NewEntry later = entry(tenant, "later");
    append(throttle(3, "deal/42"), later);

    assertThat(appended.runs()).hasSize(3).containsKey(entries.get(2).id());
    assertThat(verdict(entries.get(3)))
        .containsEntry("verdict", "throttled")
        .extractingByKey("reason")
        .asString()
        .contains("3 runs of the key 'deal/42'", "last 1h");
    assertThat(verdict(later)).containsEntry("verdict", "throttled");
  }

  @Test
  void countsEachKeyOfAThrottleAlone() {
    Appended appended =
        append(
            it -> throttleTerms(1, it.event().sourceId()), entry(tenant, "1"), entry(tenant, "2"));

    assertThat(appended.runs()).hasSize(2);
  }

  @Test
  void startsNothingOfWhatAPersonPaused() {
    stores.pause(tenant, greet.automation());
    NewEntry entry = entry(tenant, "1");

    assertThat(append(it -> Terms.FREE, entry).runs()).isEmpty();
    assertThat(verdict(entry))
        .containsEntry("verdict", "paused")
        .containsEntry("hash", greet.version().hash());
  }

  @Test
  void countsNothingOfWhatWasRefused() {
    stores.pause(tenant, greet.automation());

    append(dedupe("order-7"), entry(tenant, "1"));

    assertThat(rows("dedupe_mark")).isZero();
  }

  @Test
  void skipsWhileAnotherRunOfTheKeyHasNotEnded() {
    NewEntry first = entry(tenant, "1");
    NewEntry second = entry(tenant, "2");
    NewEntry third = entry(tenant, "3");
    Appended begun = append(turn(Mode.SKIP), first, second);
    RunId run = started(begun, first);
    end(run);

    assertThat(verdict(second))
        .containsEntry("verdict", "skipped")
        .containsEntry("run_id", run.value())
        .extractingByKey("reason")
        .asString()
        .contains(run.toString(), "'deal/42'");
    assertThat(append(turn(Mode.SKIP), third).runs()).containsKey(third.id());
  }

  @Test
  void cancelsEarlierRunsForTheOneThatReplacesThem() {
    NewEntry first = entry(tenant, "1");
    NewEntry second = entry(tenant, "2");
    RunId old = started(append(turn(Mode.REPLACE), first), first);

    Appended appended = append(turn(Mode.REPLACE), second);

    RunId fresh = started(appended, second);
    assertThat(stores.row(old)).containsEntry("ordered", true);
    assertThat(stores.row(fresh)).containsEntry("ordered", false);
    assertThat(appended.queued()).extracting(RunRef::run).containsExactlyInAnyOrder(old, fresh);
    assertThat(stores.ledger().orders(new RunRef(tenant, old)))
        .singleElement()
        .satisfies(order -> {
          assertThat(order.order()).isEqualTo(new Order.Cancel());
          assertThat(order.actor()).isEqualTo("run/" + fresh);
          assertThat(order.reason()).contains(fresh.toString(), second.id().toString());
        });
  }

  @Test
  void replacesAlsoWhatCameInTheSameCommit() {
    List<NewEntry> entries = entries("n", 3);

    Appended appended = append(turn(Mode.REPLACE), entries.toArray(NewEntry[]::new));

    assertThat(entries)
        .extracting(entry -> stores.row(started(appended, entry)).get("ordered"))
        .containsExactly(true, true, false);
    assertThat(stores.ledger().orders(new RunRef(tenant, started(appended, entries.get(0)))))
        .hasSize(1);
  }

  /// A walk holds the row of its run while it waits for the key that the replacing transaction
  /// holds: were that one to wait for the row, neither would ever go on.
  @Test
  void waitsForNoWalkThatWaitsForItsKey() {
    NewEntry first = entry(tenant, "1");
    NewEntry second = entry(tenant, "2");
    NewEntry third = entry(tenant, "3");
    RunId old = started(append(turn(Mode.REPLACE), first), first);

    CompletableFuture<Appended> walk =
        stores
            .database()
            .asSystem(tx -> {
              KeyLocks.take(tx, List.of(candidate(second)));
              CompletableFuture<Appended> waiting =
                  CompletableFuture.supplyAsync(() -> withRowOf(old, third));
              Wait.until("the walk waits for the key", SOON, AdmissionTest::someoneWaits);
              append(tx, turn(Mode.REPLACE), second);
              return waiting;
            });

    assertThat(walk).succeedsWithin(SOON);
    assertThat(stores.row(old)).containsEntry("ordered", false);
    assertThat(stores.ledger().takeUnattended(Duration.ofDays(1), List.of(), 10).asleep())
        .contains(new RunRef(tenant, old));
    assertThat(stores.row(old)).containsEntry("ordered", true);
  }

  @Test
  void ordersNothingOfARunThatEndedMeanwhile() {
    NewEntry first = entry(tenant, "1");
    RunId old = started(append(turn(Mode.REPLACE), first), first);
    append(turn(Mode.REPLACE), entry(tenant, "2"));
    stores.change(
        "update run set state = 'finished', finished_at = now() where id = ?", old.value());

    var _ = stores.ledger().takeUnattended(Duration.ofDays(1), List.of(), 10);

    assertThat(stores.ledger().orders(new RunRef(tenant, old))).isEmpty();
  }

  @Test
  void decidesTheSameWhoeverTakesTheEventsIn() {
    List<CompletableFuture<Appended>> doors =
        IntStream.range(0, 24)
            .mapToObj(at ->
                CompletableFuture.supplyAsync(() ->
                    append(
                        it -> allTerms(it.event().sourceId().charAt(0)),
                        entry(tenant, "a" + at),
                        entry(tenant, "b" + at),
                        entry(tenant, "c" + at))))
            .toList();

    assertThat(doors.stream().flatMap(door -> door.join().runs().values().stream())).hasSize(3);
    assertThat(rows("verdict")).isEqualTo(72);
  }

  @Test
  void cutsALoopOfManyShortChains() {
    NewEntry outside = entry(tenant, "outside");
    RunId run = started(append(_ -> Terms.FREE, outside), outside);
    List<NewEntry> changes = changes(outside.id(), run, LoopGuard.MOST_A_MINUTE + 1);

    Appended appended = append(_ -> Terms.FREE, changes.toArray(NewEntry[]::new));
    NewEntry later = changedBy(tenant, new Cause(outside.id(), run, 1));
    append(_ -> Terms.FREE, later);

    assertThat(appended.runs()).hasSize(LoopGuard.MOST_A_MINUTE);
    assertThat(List.of(verdict(changes.getLast()), verdict(later)))
        .allSatisfy(verdict ->
            assertThat(verdict)
                .containsEntry("verdict", "loop_cut")
                .extractingByKey("reason")
                .asString()
                .contains("60 times within a minute", "'deal/42'", "'Greet'"));
  }

  @Test
  void takesManyChangesOfOneRunForNoLoopWhereTheirAutomationIsNotAmongTheCauses() {
    NewEntry outside = entry(tenant, "outside");
    RunId run = started(append(_ -> Terms.FREE, outside), outside);
    stores.publish(tenant, "React");
    List<NewEntry> changes = changes(outside.id(), run, LoopGuard.MOST_A_MINUTE + 10);

    Appended appended = append(_ -> Terms.FREE, changes.toArray(NewEntry[]::new));

    assertThat(appended.born())
        .extracting(born -> born.version().name())
        .filteredOn("React"::equals)
        .hasSize(changes.size());
  }

  @Test
  void startsNoAutomationBecauseARunOfItsOwnWaits() {
    NewEntry outside = entry(tenant, "outside");
    RunId run = started(append(_ -> Terms.FREE, outside), outside);
    stores.publish(tenant, "React");
    NewEntry waits = waiting(new Cause(outside.id(), run, 1));

    Appended first = append(_ -> Terms.FREE, waits);
    RunId reaction = started(first, waits);
    NewEntry waitsInTurn = waiting(new Cause(waits.id(), reaction, 2));
    Appended second = append(_ -> Terms.FREE, waitsInTurn);

    assertThat(first.born()).extracting(born -> born.version().name()).containsExactly("React");
    assertThat(second.born()).isEmpty();
    assertThat(first.refusals().get(waits.id())).contains("one of its own", "'Greet'");
    assertThat(second.refusals().get(waitsInTurn.id())).contains("'Greet' → 'React'");
  }

  private NewEntry waiting(Cause cause) {
    EventId id = EventId.next();
    CloudEvent event =
        new CloudEvent(
            "pilothouse", id.toString(), "run.waiting", "run/" + cause.run(), TIME, EventData.NONE);
    return new NewEntry(
        id, tenant, event, Optional.empty(), "run/" + cause.run(), Optional.of(cause));
  }

  private List<NewEntry> changes(EventId event, RunId run, int count) {
    return Stream.generate(() -> changedBy(tenant, new Cause(event, run, 1))).limit(count).toList();
  }

  private List<NewEntry> entries(String name, int count) {
    return IntStream.range(0, count).mapToObj(at -> entry(tenant, name + at)).toList();
  }

  private static Function<NewEntry, Terms> dedupe(String key) {
    return _ -> dedupeTerms(key);
  }

  private static Terms dedupeTerms(String key) {
    return new Terms(Optional.of(new Dedupe(key, HOUR)), Optional.empty(), Optional.empty());
  }

  private static Function<NewEntry, Terms> throttle(int limit, String key) {
    return _ -> throttleTerms(limit, key);
  }

  private static Terms throttleTerms(int limit, String key) {
    return new Terms(
        Optional.empty(), Optional.of(new Throttle(limit, HOUR, key)), Optional.empty());
  }

  private static Function<NewEntry, Terms> turn(Mode mode) {
    return _ -> turnTerms(mode);
  }

  private static Terms turnTerms(Mode mode) {
    return new Terms(Optional.empty(), Optional.empty(), Turn.of("deal/42", mode));
  }

  private static Terms allTerms(char kind) {
    return switch (kind) {
      case 'a' -> dedupeTerms("order-7");
      case 'b' -> throttleTerms(1, "b");
      default -> turnTerms(Mode.SKIP);
    };
  }

  private Candidate candidate(NewEntry entry) {
    return new Candidate(entry, new Match(greet, false, turnTerms(Mode.REPLACE)), 1);
  }

  private static Appended append(Function<NewEntry, Terms> terms, NewEntry... entries) {
    return stores.database().asSystem(tx -> append(tx, terms, entries));
  }

  private static Appended append(
      JdbcClient tx, Function<NewEntry, Terms> terms, NewEntry... entries) {
    return new JournalWriter(
            new EveryPublished(stores.index(), (_, entry) -> terms.apply(entry)),
            Optional.of(stores.me()))
        .append(tx, List.of(entries));
  }

  /// As a walk does: it locks its run, and what it changes then starts others.
  private static Appended withRowOf(RunId run, NewEntry entry) {
    return stores
        .database()
        .asSystem(tx -> {
          tx.sql("select id from run where id = ? for no key update")
              .param(run.value())
              .query(UUID.class)
              .list();
          return append(tx, turn(Mode.REPLACE), entry);
        });
  }

  private static RunId started(Appended appended, NewEntry entry) {
    return appended.accepted(entry.id()).runs().getFirst();
  }

  private void end(RunId run) {
    var claim = stores.ledger().claim(List.of(new RunRef(tenant, run))).getFirst().claim();
    stores
        .ledger()
        .write(new Writing(claim, List.of(), new Ledger.Turn.End(RunState.FINISHED, "")))
        .join();
  }

  private int rows(String table) {
    return stores
        .database()
        .asSystem(tx ->
            tx.sql("select count(*) from " + table + " where tenant_id = ?")
                .param(tenant.value())
                .query(Integer.class)
                .single());
  }

  private static Map<String, @Nullable Object> verdict(NewEntry entry) {
    return stores
        .database()
        .asSystem(tx ->
            tx.sql("select * from verdict where event_id = ?")
                .param(entry.id().value())
                .query()
                .singleRow());
  }

  private static boolean someoneWaits() {
    return Stores.client(stores.postgres.superuser())
        .sql(
            """
            select exists(select from pg_locks where locktype = 'advisory' and not granted
              and database = (select oid from pg_database where datname = current_database()))\
            """)
        .query(Boolean.class)
        .single();
  }
}
