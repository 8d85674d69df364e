package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.RunStarter;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresJournalTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration SOON = Duration.ofSeconds(20);

  private final PostgresJournal journal = stores.journal();
  private final TenantId tenant = stores.tenant();

  @Test
  void queuesARunOfEachAutomationThatMatches() {
    stores.publish(tenant, "Greet");
    stores.publish(tenant, "Bill");

    Accepted accepted = stores.accept(tenant, "1");

    assertThat(accepted.duplicate()).isFalse();
    assertThat(accepted.runs())
        .extracting(run -> stores.runs().find(tenant, run).orElseThrow().summary().walks().name())
        .containsExactlyInAnyOrder("Greet", "Bill");
  }

  @Test
  void startsTheOneThatAnEventIsForAndKnowsTheSameDeliveryAgain() {
    AutomationVersion greet = stores.publish(tenant, "Greet");
    stores.publish(tenant, "Bill");
    Optional<Address> to = Optional.of(Address.of(greet.automation()));

    Accepted first = journal.accept(tenant, "test", event("1"), to).join();
    Accepted second = journal.accept(tenant, "test", event("1"), to).join();

    assertThat(first.runs()).hasSize(1);
    assertThat(second).isEqualTo(new Accepted(first.id(), first.position(), first.runs(), true));
    assertThat(journal.find(tenant, first.id()).orElseThrow().entry().to()).isEqualTo(to);
    assertThat(journal.earlier(tenant, event("1").source(), "1")).contains(second);
    assertThat(journal.earlier(tenant, event("1").source(), "2")).isEmpty();
    assertThat(journal.earlier(stores.tenant(), event("1").source(), "1")).isEmpty();
  }

  @Test
  void keepsAnEventThatStartsNothing() {
    Accepted accepted = stores.accept(tenant, "1");

    assertThat(accepted.runs()).isEmpty();
    assertThat(journal.find(tenant, accepted.id())).isPresent();
  }

  @Test
  void givesTheSameDeliveryTheSameAnswerAndNoSecondRun() {
    stores.publish(tenant, "Greet");
    stores.publish(tenant, "Bill");
    Accepted first = stores.accept(tenant, "1");

    Accepted second = stores.accept(tenant, "1");

    assertThat(second).isEqualTo(new Accepted(first.id(), first.position(), first.runs(), true));
    assertThat(stores.newestRuns(tenant, 10)).hasSize(2);
  }

  @Test
  void givesTheAnswerOfTheFirstTimeAlsoAfterAnotherPublish() {
    Accepted first = stores.accept(tenant, "1");
    stores.publish(tenant, "Greet");

    assertThat(stores.accept(tenant, "1").runs()).isEqualTo(first.runs()).isEmpty();
  }

  @Test
  void takesTheSameNameFromAnotherTenantForAnotherEvent() {
    Accepted ours = stores.accept(tenant, "1");

    Accepted theirs = stores.accept(stores.tenant(), "1");

    assertThat(theirs.duplicate()).isFalse();
    assertThat(theirs.id()).isNotEqualTo(ours.id());
  }

  @Test
  void acceptsOneOfManyDeliveriesOfTheSameEvent() {
    stores.publish(tenant, "Greet");
    List<Accepted> answers =
        joined(IntStream.range(0, 16).mapToObj(_ -> accept(event("raced"))).toList());

    assertThat(answers).extracting(Accepted::duplicate).containsOnlyOnce(false).hasSize(16);
    assertThat(answers).extracting(Accepted::id).containsOnly(answers.getFirst().id());
    assertThat(stores.newestRuns(tenant, 20)).hasSize(1);
  }

  @Test
  void acceptsOneOfTheSameEventDeliveredToTwoProcesses() {
    stores.publish(tenant, "Greet");
    try (PostgresJournal elsewhere =
        new PostgresJournal(stores.database(), stores.door(), new StartedRuns())) {
      List<Accepted> answers =
          joined(
              IntStream.range(0, 200)
                  .mapToObj(number ->
                      (number % 2 == 0 ? journal : elsewhere)
                          .accept(tenant, "test", event("both " + number / 2)))
                  .toList());

      assertThat(answers).filteredOn(Accepted::duplicate).hasSize(100);
      assertThat(stores.newestRuns(tenant, 300)).hasSize(100);
    }
  }

  @Test
  void placesEventsInTheOrderTheyCame() {
    List<Accepted> answers =
        joined(IntStream.range(0, 300).mapToObj(number -> accept(event("n" + number))).toList());

    assertThat(answers).extracting(Accepted::position).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void singlesOutAnEventThatTheDatabaseCannotKeep() {
    CloudEvent bad = event("nul", parsed("{\"name\": \"a\\u0000b\"}"));

    List<CompletableFuture<Accepted>> before = accept("before", 20);
    CompletableFuture<Accepted> refused = accept(bad);
    List<CompletableFuture<Accepted>> after = accept("after", 20);

    assertThat(refused).failsWithin(SOON);
    assertThat(joined(before)).hasSize(20).noneMatch(Accepted::duplicate);
    assertThat(joined(after)).hasSize(20).noneMatch(Accepted::duplicate);
  }

  @Test
  void leavesNothingBehindOfAnEventThatCouldNotBeKept() {
    assertThat(accept(event("1", parsed("{\"name\": \"\\u0000\"}")))).failsWithin(SOON);

    assertThat(journal.page(tenant, Journal.Filter.ALL, Optional.empty(), 10)).isEmpty();
    assertThat(stores.accept(tenant, "1").duplicate()).isFalse();
  }

  @Test
  void letsAnUnknownTenantHarmNobody() {
    CompletableFuture<Accepted> stranger =
        journal.accept(TenantId.next(), "test", event("stranger"));
    List<CompletableFuture<Accepted>> neighbours = accept("neighbour", 5);

    assertThat(stranger).failsWithin(SOON);
    assertThat(joined(neighbours)).hasSize(5);
  }

  @Test
  void handsOverARunOnlyWhenItsCommitCanBeSeen() {
    stores.publish(tenant, "Greet");
    Looking looking = new Looking();
    try (PostgresJournal watched = new PostgresJournal(stores.database(), stores.door(), looking)) {
      Accepted accepted = watched.accept(tenant, "test", event("1")).join();

      assertThat(looking.seen).containsExactly(RunState.QUEUED);
      assertThat(looking.born)
          .containsExactly(new Ledger.Claim(new RunRef(tenant, accepted.runs().getFirst()), 1));
    }
  }

  @Test
  void answersAlsoWhenTheStarterIsInTrouble() {
    stores.publish(tenant, "Greet");
    RunStarter inTrouble =
        new RunStarter() {
          @Override
          public void born(Collection<Ledger.Claimed> runs) {
            throw new IllegalStateException("on purpose");
          }

          @Override
          public void freed(Collection<RunRef> runs) {}
        };
    try (PostgresJournal troubled =
        new PostgresJournal(stores.database(), stores.door(), inTrouble)) {
      assertThat(troubled.accept(tenant, "test", event("1")).join().duplicate()).isFalse();
    }
  }

  @Test
  void turnsEventsAwayBeforeMemorySuffers() {
    GroupWriter.Bounds none = new GroupWriter.Bounds(1, 1, 0, 0);
    try (PostgresJournal full =
        new PostgresJournal(stores.database(), stores.door(), stores.started(), none)) {
      assertThatThrownBy(() -> full.accept(tenant, "test", event("1")))
          .isInstanceOf(Journal.Overloaded.class);
    }
  }

  private CompletableFuture<Accepted> accept(CloudEvent event) {
    return journal.accept(tenant, "test", event);
  }

  private List<CompletableFuture<Accepted>> accept(String name, int count) {
    return IntStream.range(0, count).mapToObj(number -> accept(event(name + number))).toList();
  }

  private static List<Accepted> joined(List<CompletableFuture<Accepted>> answers) {
    return answers.stream().map(CompletableFuture::join).toList();
  }

  private static EventData parsed(String json) {
    return new EventData.Parsed(new Json(json));
  }

  /// Looks up each run at once, on another connection.
  private final class Looking implements RunStarter {
    final List<RunState> seen = new CopyOnWriteArrayList<>();
    final List<Ledger.Claim> born = new CopyOnWriteArrayList<>();

    @Override
    public void born(Collection<Ledger.Claimed> runs) {
      runs.forEach(run -> {
        born.add(run.claim());
        seen.add(
            stores.runs().find(tenant, run.claim().ref().run()).orElseThrow().summary().state());
      });
    }

    @Override
    public void freed(Collection<RunRef> runs) {}
  }
}
