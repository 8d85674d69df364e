package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Subscription;
import dev.pilothouse.spi.Ledger.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the journal is told when runs begin to wait.
class WaitingEntriesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Instant LATER = Instant.parse("2126-01-01T00:00:00Z");
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Neighbour here = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();

  @AfterEach
  void stop() {
    here.close();
  }

  @Test
  void tellsWhatARunWaitsForWhenItLeaves() {
    leave(here.claim(run), List.of("nap"), pause("nap"));

    JsonNode data = told().getFirst();
    assertThat(data.path("automation").asString()).isEqualTo("Greet");
    assertThat(data.path("kind").asString()).isEqualTo("time");
    assertThat(data.path("step").asString()).isEqualTo("nap");
    assertThat(data.path("reason").asString()).isEqualTo("Waits until " + LATER);
    assertThat(data.path("until").asString()).isEqualTo(LATER.toString());
    assertThat(data.path("others").asInt()).isZero();
    assertThat(entries().getFirst().cause().orElseThrow().run()).isEqualTo(run.run());
  }

  @Test
  void tellsOfAnEventThatIsWaitedFor() {
    Claim claim = here.claim(run);
    Subscription paid = new Subscription("invoice.paid", Map.of("data.invoice", "7"));
    here.ledger().listen(claim, step("paid", "wait"), paid, LATER);

    leave(claim, List.of("paid"));

    assertThat(told().getFirst().path("kind").asString()).isEqualTo("event");
    assertThat(told().getFirst().path("reason").asString()).contains("invoice.paid");
  }

  @Test
  void saysFirstWhatAPersonIsAskedAndHowManyOthersThereAre() {
    leave(here.claim(run), List.of("nap", "mail"), pause("nap"), unknown("mail"));

    JsonNode data = told().getFirst();
    assertThat(told()).hasSize(1);
    assertThat(data.path("kind").asString()).isEqualTo("person");
    assertThat(data.path("step").asString()).isEqualTo("mail");
    assertThat(data.path("reason").asString()).contains("did 'The mail' happen or not?");
    assertThat(data.path("until").isNull()).isTrue();
    assertThat(data.path("others").asInt()).isOne();
  }

  @Test
  void tellsOfEachWaitOnce() {
    leave(here.claim(run), List.of("nap"), pause("nap"));
    leave(here.claim(run), List.of("nap"));
    assertThat(told()).hasSize(1);

    leave(here.claim(run), List.of("nap", "rest"), pause("rest"));

    assertThat(told())
        .extracting(data -> data.path("step").asString())
        .containsExactly("rest", "nap");
    assertThat(told().getFirst().path("others").asInt()).isZero();
  }

  @Test
  void tellsOfAWaitWhoseWalkDiedBeforeItLeft() {
    here.write(here.claim(run), pause("nap"));
    here.lapsed();
    Neighbour there = new Neighbour(stores).alive();

    there.write(there.claim(run), leaving(List.of("nap")));
    there.close();

    assertThat(told()).hasSize(1);
  }

  @Test
  void tellsNothingOfACallThatIsTriedAgain() {
    leave(here.claim(run), List.of(), StoredLines.await(LATER));

    assertThat(stores.toldOf(run)).containsExactly("run.started");
  }

  @Test
  void tellsNothingWhereWhatWasWaitedForHasCome() {
    Claim claim = here.claim(run);
    Subscription paid = new Subscription("invoice.paid", Map.of());
    here.ledger().listen(claim, step("paid", "wait"), paid, LATER);
    stores.change("update run set mail = true where id = ?", run.run().value());

    leave(claim, List.of("paid"));
    assertThat(told()).isEmpty();

    leave(here.claim(run), List.of("paid"));
    assertThat(told()).as("it did not fit after all").hasSize(1);
  }

  @Test
  void tellsOfManyRunsThatLeaveTogether() {
    List<RunRef> runs = Stream.generate(stores::queuedRun).limit(5).toList();
    here.ledger().claim(runs).stream()
        .map(it -> here.writing(it.claim(), leaving(List.of("nap")), pause("nap")))
        .toList()
        .forEach(written -> written.join());

    assertThat(runs)
        .allSatisfy(
            it -> assertThat(stores.toldOf(it)).containsExactly("run.started", "run.waiting"));
  }

  private void leave(Claim claim, List<String> waits, Line... lines) {
    here.write(claim, leaving(waits), lines);
  }

  /// Due at once, so that it can be claimed again.
  private static Turn leaving(List<String> waits) {
    return new Turn.Leave(
        RunState.WAITING, Optional.of(Instant.EPOCH), waits.stream().map(StepKey::new).toList());
  }

  private static Line pause(String key) {
    return new Line.Await(step(key, "wait"), Json.NULL, LATER, "Waits until " + LATER);
  }

  private static Line unknown(String key) {
    return new Line.Settle(
        step(key, "mail.send"), Json.NULL, new StepOutcome.Unknown("No answer came."));
  }

  private static Step step(String key, String kind) {
    return new Step(new StepKey(key), new StepLabel("The " + key, kind), 1, StoredEvents.TIME);
  }

  /// What was told, the newest first.
  private List<JsonNode> told() {
    return entries().stream()
        .map(entry -> ((EventData.Parsed) entry.event().data()).json().text())
        .map(JSON::readTree)
        .toList();
  }

  private List<NewEntry> entries() {
    Journal.Filter filter =
        new Journal.Filter(
            "run.waiting", "run/" + run.run(), "", Optional.empty(), Optional.empty());
    return stores.journal().page(run.tenant(), filter, Optional.empty(), 10).stream()
        .map(it -> it.entry())
        .toList();
  }
}
