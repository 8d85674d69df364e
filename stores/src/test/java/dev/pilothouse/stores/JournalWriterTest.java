package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.changedBy;
import static dev.pilothouse.stores.StoredEvents.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Address;
import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(60)
class JournalWriterTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration SOON = Duration.ofSeconds(20);

  private final JournalWriter door = stores.door();
  private final TenantId tenant = stores.tenant();

  @Test
  void placesEntriesInTheOrderGiven() {
    List<NewEntry> entries =
        IntStream.range(0, 200).mapToObj(number -> entry(tenant, "n" + number)).toList();

    Appended appended = append(entries);

    assertThat(entries).extracting(entry -> appended.positions().get(entry.id())).isSorted();
  }

  @Test
  void bearsRunsAsThisProcessesOwn() {
    AutomationVersion version = stores.publish(tenant, "Greet");
    NewEntry entry = entry(tenant, "1");

    Appended appended = append(List.of(entry));

    assertThat(appended.queued()).isEmpty();
    assertThat(appended.born()).hasSize(1);
    assertThat(appended.born().getFirst().event()).isEqualTo(entry);
    assertThat(appended.born().getFirst().version()).isEqualTo(version);
    assertThat(runRow(appended.accepted(entry.id()).runs().getFirst()))
        .containsEntry("fence", 1L)
        .containsEntry("owner", stores.me())
        .containsEntry("position", appended.positions().get(entry.id()))
        .containsEntry("version", version.version().hash())
        .containsEntry("automation", "Greet")
        .containsEntry("depth", 1);
  }

  @Test
  void leavesRunsToOthersWhereThisProcessWalksNone() {
    stores.publish(tenant, "Greet");
    JournalWriter walksNone =
        new JournalWriter(new EveryPublished(stores.index()), Optional.empty());

    Appended appended =
        stores.database().asSystem(tx -> walksNone.append(tx, List.of(entry(tenant, "1"))));

    assertThat(appended.born()).isEmpty();
    assertThat(runRow(appended.queued().getFirst().run()))
        .containsEntry("fence", 0L)
        .containsEntry("owner", null);
  }

  @Test
  void claimsNoRunThatMayHaveToWaitItsTurn() {
    stores.publish(tenant, EveryPublished.IN_TURN);

    Appended appended = append(List.of(entry(tenant, "1")));

    assertThat(appended.born()).isEmpty();
    assertThat(runRow(appended.queued().getFirst().run()))
        .containsEntry("concurrency_key", "deal/42")
        .containsEntry("owner", null);
  }

  @Test
  void letsRunsOfOneKeyCommitInTheOrderOfTheirPlaces() {
    stores.publish(tenant, EveryPublished.IN_TURN);
    NewEntry first = entry(tenant, "first");
    NewEntry second = entry(tenant, "second");
    List<Appended> earlier = new ArrayList<>();

    CompletableFuture<Appended> later =
        stores
            .database()
            .asSystem(tx -> {
              earlier.add(door.append(tx, List.of(first)));
              CompletableFuture<Appended> waiting =
                  CompletableFuture.supplyAsync(() -> append(List.of(second)));
              Wait.until("the second one waits for the key", SOON, JournalWriterTest::someoneWaits);
              assertThat(waiting).isNotDone();
              return waiting;
            });

    assertThat(later.join().positions().get(second.id()))
        .isGreaterThan(earlier.getFirst().positions().get(first.id()));
  }

  @Test
  void cutsALoopAndNamesItsChain() {
    stores.publish(tenant, "Ping");
    NewEntry outside = entry(tenant, "outside");
    RunId run = append(List.of(outside)).accepted(outside.id()).runs().getFirst();
    EventId event = outside.id();
    for (int depth = 1; depth < LoopGuard.DEEPEST; depth++) {
      NewEntry next = changedBy(tenant, new Cause(event, run, depth));
      run = append(List.of(next)).accepted(next.id()).runs().getFirst();
      event = next.id();
    }

    NewEntry tooDeep = changedBy(tenant, new Cause(event, run, LoopGuard.DEEPEST));
    Appended appended = append(List.of(tooDeep));

    assertThat(appended.runs()).isEmpty();
    assertThat(appended.born()).isEmpty();
    assertThat(appended.refusals().get(tooDeep.id())).contains("8 runs");
    assertThat(verdictOf(tooDeep.id()))
        .containsEntry("verdict", "loop_cut")
        .containsEntry("run_id", null)
        .extractingByKey("reason")
        .asString()
        .contains("8 runs")
        .contains("'Ping' → 'Ping' → 'Ping' → 'Ping' → 'Ping' → 'Ping' → 'Ping' → 'Ping'");
  }

  @Test
  void tellsWhichIndexAVerdictWasMadeOn() {
    stores.publish(tenant, "Greet");
    NewEntry entry = entry(tenant, "1");

    Appended appended = append(List.of(entry));

    assertThat(verdictOf(entry.id()))
        .containsEntry("verdict", "fired")
        .containsEntry("run_id", appended.accepted(entry.id()).runs().getFirst().value())
        .containsEntry("epoch", 1L);
  }

  @Test
  void asksMatchingForTheIndexOfItsTransaction() {
    stores.publish(tenant, "Greet");
    stores.publish(tenant, "Bill");
    TenantId fresh = stores.tenant();
    List<Long> asked = new ArrayList<>();
    JournalWriter asking =
        new JournalWriter(
            (_, epoch) -> {
              asked.add(epoch);
              return List.of();
            },
            Optional.empty());

    var _ =
        stores
            .database()
            .asSystem(tx -> asking.append(tx, List.of(entry(tenant, "1"), entry(fresh, "1"))));

    assertThat(asked).containsExactly(2L, 0L);
  }

  @Test
  void keepsTheIndexThatAnEntryWasMatchedWithWhateverCameOfIt() {
    stores.publish(tenant, "Greet");
    stores.publish(tenant, "Bill");
    JournalWriter startsNothing = new JournalWriter((_, _) -> List.of(), Optional.empty());
    NewEntry entry = entry(tenant, "1");
    var _ = stores.database().asSystem(tx -> startsNothing.append(tx, List.of(entry)));

    assertThat(entryRow(entry.id())).containsEntry("epoch", 2L);
  }

  @Test
  void startsOnlyWhomAnEntryIsForAndTellsTheRunWhoCalledIt() {
    AutomationVersion called = stores.publish(tenant, "Called");
    stores.publish(tenant, "Greet");
    ParentStep step = new ParentStep(RunId.next(), new StepKey("call"));
    NewEntry entry =
        entry(tenant, "1").addressedTo(new Address(called.automation(), Optional.of(step)));

    RunId run = append(List.of(entry)).accepted(entry.id()).runs().getFirst();

    assertThat(runRow(run))
        .containsEntry("automation", "Called")
        .containsEntry("parent_run", step.run().value())
        .containsEntry("parent_step", "call");
  }

  @Test
  void tellsOfAnEntryThatIsForNobodyInForce() {
    stores.publish(tenant, "Greet");
    NewEntry entry = entry(tenant, "1").addressedTo(Address.of(AutomationId.next()));

    Appended appended = append(List.of(entry));

    assertThat(appended.runs()).isEmpty();
    assertThat(appended.refusals()).isEmpty();
    assertThat(appended.positions()).containsKey(entry.id());
  }

  @Test
  void writesNothingForNoEntries() {
    assertThat(append(List.of())).isEqualTo(Appended.NOTHING);
  }

  private Appended append(List<NewEntry> entries) {
    return stores.database().asSystem(tx -> door.append(tx, entries));
  }

  private static Map<String, @Nullable Object> runRow(RunId run) {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select * from run where id = ?").param(run.value()).query().singleRow());
  }

  private static Map<String, @Nullable Object> entryRow(EventId event) {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select * from journal where id = ?")
                .param(event.value())
                .query()
                .singleRow());
  }

  private static Map<String, @Nullable Object> verdictOf(EventId event) {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select * from verdict where event_id = ?")
                .param(event.value())
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
