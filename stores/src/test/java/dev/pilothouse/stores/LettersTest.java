package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.step;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.LoopProgress;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Letter;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Subscription;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import dev.pilothouse.spi.Matching.Match;
import dev.pilothouse.spi.Matching.Terms;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What comes for a step that waits for something outside of its run.
class LettersTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");
  private static final Step PAID =
      new Step(new StepKey("paid"), new StepLabel("Wait for it", "wait"), 1, StoredEvents.TIME);
  private static final Step CALL =
      new Step(new StepKey("other"), new StepLabel("Call it", "call"), 1, StoredEvents.TIME);

  private final Neighbour here = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();

  @AfterEach
  void stop() {
    here.close();
  }

  // ------------------------------------------------------------------ events

  @Test
  void comesWhenAnEventFitsAndMakesTheRunDue() {
    Claim claim = listening(Map.of("data.invoice", "7"));
    here.leave(claim, RunState.WAITING);
    assertThat(here.canClaim(run)).isFalse();

    send("other", "invoice.paid", "{\"invoice\": 8}");
    assertThat(here.canClaim(run)).isFalse();

    send("mine", "invoice.paid", "{\"invoice\": 7}");
    assertThat(here.claimed(run).letters())
        .singleElement()
        .satisfies(letter -> {
          assertThat(letter.step()).isEqualTo(PAID.key());
          assertThat(letter.body().text()).contains("\"invoice\": 7", "\"type\": \"invoice.paid\"");
        });
  }

  @Test
  void comesOfAnEventThatCameSinceTheRunBegan() {
    Claim claim = here.claim(run);
    send("early", "invoice.paid", "{\"invoice\": 7}");

    here.ledger().listen(claim, PAID, subscription(Map.of("data.invoice", "7")), LATER);

    assertThat(here.ledger().letters(claim)).hasSize(1);
  }

  @Test
  void comesOfTheFirstEventAlone() {
    Claim claim = listening(Map.of());
    send("one", "invoice.paid", "{\"n\": 1}");
    send("two", "invoice.paid", "{\"n\": 2}");

    assertThat(here.ledger().letters(claim))
        .singleElement()
        .satisfies(letter -> assertThat(letter.body().text()).contains("\"n\": 1"));
  }

  @Test
  void mustFitInAllFieldsThatAreAskedFor() {
    Map<String, String> where = new LinkedHashMap<>();
    where.put("subject", "deal/42");
    where.put("data.kind", "full");
    Claim claim = listening(where);

    send("part", "invoice.paid", "{\"kind\": \"part\"}");
    assertThat(here.ledger().letters(claim)).isEmpty();

    send("full", "invoice.paid", "{\"kind\": \"full\"}");
    assertThat(here.ledger().letters(claim)).hasSize(1);
  }

  @Test
  void doesNotComeOfAnotherTenantsEvent() {
    Claim claim = listening(Map.of());
    stores.journal().accept(stores.tenant(), "test", event("theirs", "invoice.paid", "{}")).join();

    assertThat(here.ledger().letters(claim)).isEmpty();
  }

  @Test
  void isNotLostToAWalkThatLeavesMeanwhile() {
    Claim claim = listening(Map.of());
    send("now", "invoice.paid", "{}");

    here.leave(claim, RunState.WAITING);

    assertThat(here.toldToWalk()).contains(run.run());
    assertThat(here.claimed(run).letters()).hasSize(1);
  }

  @Test
  void isNotExpectedAnyMoreOnceTheStepHasItsOutcome() {
    Claim claim = listening(Map.of());
    here.write(
        claim,
        new Line.Settle(
            PAID, Json.NULL, new StepOutcome.Completed(new Json("{\"arrived\":false}"))));

    send("late", "invoice.paid", "{}");

    assertThat(here.ledger().letters(claim)).isEmpty();
  }

  @Test
  void goesWithTheEndOfTheRunThatNeverReadIt() {
    Claim claim = listening(Map.of());
    send("unread", "invoice.paid", "{}");

    here.end(claim, RunState.CANCELLED);

    assertThat(here.ledger().letters(claim)).isEmpty();
  }

  @Test
  void isNotListenedForTwice() {
    Claim claim = listening(Map.of());

    assertThat(here.ledger().listen(claim, PAID, subscription(Map.of()), LATER.plusSeconds(60)))
        .isInstanceOfSatisfying(
            Changed.Waits.class, waits -> assertThat(waits.until()).isBefore(LATER.plusSeconds(1)));
  }

  @Test
  void isRefusedToAnOlderClaim() {
    Claim older = here.claim(run);
    Claim newer = here.claim(run);

    assertThat(here.ledger().listen(older, PAID, subscription(Map.of()), LATER))
        .isInstanceOf(Changed.Refused.class);
    assertThat(newer.fence()).isGreaterThan(older.fence());
  }

  @Test
  void fallsNowhereBetweenLookingBackAndListening() {
    for (int round = 0; round < 20; round++) {
      RunRef one = stores.queuedRun();
      Claim claim = here.claim(one);
      CompletableFuture<?> sent =
          CompletableFuture.runAsync(() ->
              stores
                  .journal()
                  .accept(one.tenant(), "test", event("race", "invoice.paid", "{}"))
                  .join());
      here.ledger().listen(claim, PAID, subscription(Map.of()), LATER);
      sent.join();
      assertThat(here.ledger().letters(claim)).as("round %d", round).hasSize(1);
    }
  }

  /// A walk holds its run's row when it asks for the key: an event that held the key while it waits
  /// for the row would never get it, and neither would the walk go on.
  @Test
  void isWaitedForBeforeAnyKeyIsLocked() {
    AutomationVersion version = stores.publish(run.tenant(), "Other");
    listening(Map.of());
    NewEntry entry =
        NewEntry.fromOutside(run.tenant(), "test", event("keyed", "invoice.paid", "{}"));
    Candidate candidate =
        new Candidate(entry, new Match(version, false, Terms.inTurn("invoice/7")), 1);

    CompletableFuture<Appended> sent =
        stores
            .database()
            .asSystem(walk -> {
              walk.sql("select id from run where id = ? for no key update")
                  .param(run.run().value())
                  .query(UUID.class)
                  .list();
              CompletableFuture<Appended> waiting =
                  CompletableFuture.supplyAsync(() -> append(entry, candidate.match()));
              stores.untilSomeoneWaitsForARow();
              KeyLocks.take(walk, List.of(candidate));
              return waiting;
            });

    assertThat(sent).succeedsWithin(Duration.ofSeconds(20));
  }

  private static Appended append(NewEntry entry, Match match) {
    JournalWriter door = new JournalWriter((_, _) -> List.of(match), Optional.empty());
    return stores.database().asSystem(tx -> door.append(tx, List.of(entry)));
  }

  // ------------------------------------------------------------------ called runs

  @Test
  void comesWhenACalledRunEnds() {
    stores.publish(run.tenant(), "Other");
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();
    assertThat(
            stores.ledger().call(claim, CALL, "Other", new Json("{\"a\": 1}"), Optional.of(LATER)))
        .isInstanceOf(Changed.Waits.class);
    RunRef called = new RunRef(run.tenant(), called().getFirst());

    here.end(here.claim(called), RunState.FAILED);

    List<Letter> letters = stores.ledger().letters(claim);
    assertThat(letters)
        .singleElement()
        .satisfies(letter ->
            assertThat(letter.body().text())
                .contains(
                    "\"state\": \"failed\"", "\"reason\": \"because\"", called.run().toString()));
  }

  @Test
  void isNotWrittenToARunThatHasEnded() {
    stores.publish(run.tenant(), "Other");
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();
    stores.ledger().call(claim, CALL, "Other", Json.NULL, Optional.of(LATER));
    RunRef called = new RunRef(run.tenant(), called().getFirst());
    here.end(claim, RunState.FAILED);

    here.end(here.claim(called), RunState.FINISHED);

    assertThat(stores.ledger().letters(claim)).isEmpty();
  }

  @Test
  void callsNothingTwice() {
    stores.publish(run.tenant(), "Other");
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();
    stores.ledger().call(claim, CALL, "Other", Json.NULL, Optional.of(LATER));
    stores.ledger().call(claim, CALL, "Other", Json.NULL, Optional.of(LATER));

    assertThat(called()).hasSize(1);
  }

  @Test
  void failsACallOfWhatIsNotThere() {
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();

    assertThat(stores.ledger().call(claim, CALL, "Nothing", Json.NULL, Optional.of(LATER)))
        .isInstanceOfSatisfying(
            Changed.Settled.class,
            settled ->
                assertThat(settled.outcome())
                    .isInstanceOfSatisfying(
                        StepOutcome.Failed.class,
                        failed ->
                            assertThat(failed.error())
                                .extracting(StepError::code)
                                .isEqualTo("call.unknown")));
  }

  @Test
  void callsNothingWithWhatItDoesNotAskFor() {
    stores.publish(run.tenant(), "Other");
    Handover picky =
        (version, by, input) -> {
          assertThat(version.name()).isEqualTo("Other");
          assertThat(by).isEqualTo(new Handover.By.Step());
          return new Handover.Answer.Unfit(
              List.of(new Misfit("with.a", "Expected a text at 'with.a'.")));
        };
    try (PostgresLedger ledger =
        new PostgresLedger(
            stores.database(), stores.me(), stores.door(), stores.started(), picky)) {
      Claim claim = ledger.claim(List.of(run)).getFirst().claim();

      Changed changed =
          ledger.call(claim, CALL, "Other", new Json("{\"a\": 1}"), Optional.of(LATER));

      assertThat(changed)
          .isEqualTo(
              new Changed.Settled(
                  new StepOutcome.Failed(
                      new StepError(
                          "input.invalid",
                          StepError.Kind.USER,
                          "'Other' asks for other input. Expected a text at 'with.a'."))));
      assertThat(called()).isEmpty();
    }
  }

  /// Keys are locked in the order of one append: with two, two calls could wait for each other.
  @Test
  void tellsOfItsBeginningAndOfItsCallAtOnce() {
    stores.publish(run.tenant(), EveryPublished.IN_TURN);
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();
    stores.ledger().call(claim, CALL, EveryPublished.IN_TURN, Json.NULL, Optional.of(LATER));

    List<JournalEntry> told =
        stores.journal().page(run.tenant(), Journal.Filter.ALL, Optional.empty(), 2).reversed();
    assertThat(told)
        .extracting(it -> it.entry().event().type())
        .containsExactly("run.started", "automation.requested");
    assertThat(told.getFirst().recordedAt()).isEqualTo(told.getLast().recordedAt());
    assertThat(stores.toldOf(run)).containsExactly("run.started");
  }

  @Test
  void cancelsWhatItCalledAndWaitsForWhenItIsCancelled() {
    stores.publish(run.tenant(), "Other");
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();
    call(claim, "waits", Optional.of(LATER));
    call(claim, "leaves", Optional.empty());
    call(claim, "tired", Optional.of(LATER));
    here.write(claim, StoredLines.settled("tired", new StepOutcome.Completed(new Json("{}"))));
    RunId waitedFor = calledBy("waits");

    stores
        .ledger()
        .write(new Writing(claim, List.of(), new Turn.End(RunState.CANCELLED, "why")))
        .join();

    assertThat(stores.ledger().orders(new RunRef(run.tenant(), waitedFor)))
        .singleElement()
        .satisfies(order -> {
          assertThat(order.order()).isEqualTo(new Order.Cancel());
          assertThat(order.actor()).isEqualTo("run/" + run.run());
          assertThat(order.reason())
              .isEqualTo(
                  "The run %s of 'Greet', whose step 'waits' called this one and waited for it, was cancelled."
                      .formatted(run.run()));
        });
    assertThat(ordered()).containsExactly(waitedFor);
  }

  @Test
  void letsRunsGoOnThatARunCalledWhichFailed() {
    stores.publish(run.tenant(), "Other");
    Claim claim = stores.ledger().claim(List.of(run)).getFirst().claim();
    call(claim, "waits", Optional.of(LATER));

    here.end(claim, RunState.FAILED);

    assertThat(ordered()).isEmpty();
  }

  private static void call(Claim claim, String step, Optional<Instant> until) {
    Step calls =
        new Step(new StepKey(step), new StepLabel("Call it", "call"), 1, StoredEvents.TIME);
    stores.ledger().call(claim, calls, "Other", Json.NULL, until);
  }

  private RunId calledBy(String step) {
    return stores.runs().find(run.tenant(), run.run()).orElseThrow().kin().called().stream()
        .filter(it -> it.step().text().equals(step))
        .findFirst()
        .orElseThrow()
        .run();
  }

  /// Runs of this tenant that somebody ordered something of.
  private List<RunId> ordered() {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select id from run where tenant_id = ? and ordered")
                .param(run.tenant().value())
                .query((row, _) -> new RunId(Rows.id(row, "id")))
                .list());
  }

  // ------------------------------------------------------------------ loops

  @Test
  void leavesOutWhatALoopHasBehindIt() {
    Claim claim = here.claim(run);
    here.write(
        claim,
        IntStream.range(0, 12)
            .mapToObj(turn ->
                StoredLines.settled(
                    "loop." + turn + ".a", new StepOutcome.Completed(new Json("1"))))
            .toArray(Line[]::new));

    here.write(
        claim, new Line.Advance(step("loop", 1), new LoopProgress(99, 10, 1, new Json("[7]"))));

    assertThat(here.ledger().steps(run))
        .extracting(record -> record.key().text())
        .containsExactlyInAnyOrder("loop", "loop.10.a", "loop.11.a");
    assertThat(here.ledger().steps(run))
        .filteredOn(record -> record.key().text().equals("loop"))
        .singleElement()
        .satisfies(record ->
            assertThat(record.progress()).contains(new LoopProgress(99, 10, 1, new Json("[7]"))));
    assertThat(stores.runs().find(run.tenant(), run.run()).orElseThrow().steps()).hasSize(13);
  }

  private Claim listening(Map<String, String> where) {
    Claim claim = here.claim(run);
    assertThat(here.ledger().listen(claim, PAID, subscription(where), LATER))
        .isInstanceOf(Changed.Waits.class);
    return claim;
  }

  private static Subscription subscription(Map<String, String> where) {
    return new Subscription("invoice.paid", where);
  }

  private void send(String sourceId, String type, String data) {
    stores.journal().accept(run.tenant(), "test", event(sourceId, type, data)).join();
  }

  private static CloudEvent event(String sourceId, String type, String data) {
    return new CloudEvent(
        "https://bank.example",
        sourceId,
        type,
        "deal/42",
        StoredEvents.TIME,
        new EventData.Parsed(new Json(data)));
  }

  private List<RunId> called() {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select id from run where parent_run = ?")
                .param(run.run().value())
                .query((row, _) -> new RunId(Rows.id(row, "id")))
                .list());
  }
}
