package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.CALL;
import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.reserve;
import static dev.pilothouse.stores.StoredLines.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Control.Answer;
import dev.pilothouse.spi.Control.Word;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresControlTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Word HAPPENED = new Word.Happened(new Json("{\"id\": 7}"));
  private static final Word DID_NOT = new Word.DidNotHappen();

  private final Neighbour here = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();

  @AfterEach
  void stop() {
    here.close();
  }

  // ------------------------------------------------------------------ orders

  @Test
  void keepsAnOrderForTheRunAndTellsTheJournalWhoGaveItAndWhy() {
    here.claim(run);

    assertThat(order(new Order.Pause())).isEqualTo(new Answer.Given());

    assertThat(here.ledger().orders(run))
        .singleElement()
        .satisfies(given -> {
          assertThat(given.order()).isEqualTo(new Order.Pause());
          assertThat(given.actor()).isEqualTo("person/priya");
          assertThat(given.reason()).isEqualTo("Wrong price");
        });
    assertThat(told("run.ordered").actor()).isEqualTo("person/priya");
    assertThat(dataOf(told("run.ordered"))).contains("pause").contains("Wrong price");
  }

  @Test
  void wakesARunThatWaits() {
    waiting();

    order(new Order.Cancel());

    assertThat(here.toldToWalk()).containsExactly(run.run());
    assertThat(here.claimed(run).ordered()).isTrue();
  }

  @Test
  void leavesTheWakingOfARunUnderWayToTheBell() {
    here.claim(run);

    order(new Order.Cancel());

    assertThat(here.toldToWalk()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FINISHED", "FAILED", "CANCELLED"})
  void refusesAnOrderToARunThatHasEnded(RunState state) {
    here.end(here.claim(run), state);

    assertThat(refusal(order(new Order.Cancel())))
        .isEqualTo(
            "Expected a run under way, but this one has ended as '"
                + state.text()
                + "'. Nothing was changed.");
    assertThat(stores.toldOf(run)).doesNotContain("run.ordered");
  }

  @Test
  void refusesToPauseWhatIsPaused() {
    here.leave(here.claim(run), RunState.PAUSED);

    assertThat(refusal(order(new Order.Pause())))
        .isEqualTo("The run is paused already. Resume it to let it go on.");
  }

  @Test
  void refusesToResumeWhatIsNotPaused() {
    assertThat(refusal(order(new Order.Resume())))
        .isEqualTo("Expected a paused run, but this one is 'queued'. It needs no resuming.");
  }

  @Test
  void refusesToRetryWhatDoesNotWait() {
    assertThat(refusal(order(new Order.RetryNow())))
        .isEqualTo(
            "Expected a run that waits for a time to come, but this one is 'queued'."
                + " There is no wait to end.");
  }

  @Test
  void retriesWhatWaits() {
    waiting();

    assertThat(order(new Order.RetryNow())).isEqualTo(new Answer.Given());
  }

  @Test
  void refusesToSkipAStepThatIsDone() {
    here.write(here.claim(run), completed("1"));

    assertThat(refusal(order(new Order.Skip(CALL))))
        .isEqualTo(
            "Expected a step that waits, or whose outcome is unknown, but 'call' is none."
                + " Look at the run's timeline for the step it waits for.");
  }

  @Test
  void skipsAStepWhoseOutcomeIsUnknown() {
    needsPerson();

    assertThat(order(new Order.Skip(CALL))).isEqualTo(new Answer.Given());
  }

  @Test
  void skipsAStepThatWaits() {
    waiting();

    assertThat(order(new Order.Skip(CALL))).isEqualTo(new Answer.Given());
  }

  @Test
  void knowsNoRunOfAnotherTenant() {
    RunRef strangers = new RunRef(stores.tenant(), run.run());

    assertThat(here.control().order(strangers, new Order.Cancel(), "person/eve", ""))
        .isEqualTo(new Answer.NoSuch());
    assertThat(
            here.control()
                .order(new RunRef(run.tenant(), RunId.next()), new Order.Cancel(), "x", ""))
        .isEqualTo(new Answer.NoSuch());
    assertThat(stores.row(run.run())).containsEntry("ordered", false);
  }

  // ------------------------------------------------------------------ a person's word

  @Test
  void takesAPersonsWordThatItHappened() {
    needsPerson();

    assertThat(resolve(HAPPENED)).isEqualTo(new Answer.Given());

    assertThat(outcome()).isEqualTo(new StepOutcome.Completed(new Json("{\"id\": 7}")));
    assertThat(stores.row(run.run())).containsEntry("state", "queued").containsEntry("owner", null);
    assertThat(here.toldToWalk()).containsExactly(run.run());
    assertThat(told("effect.resolved").actor()).isEqualTo("person/priya");
    assertThat(dataOf(told("effect.resolved")))
        .contains(effect().toString())
        .contains("Saw it at the bank")
        .contains("\"happened\": true");
  }

  @Test
  void letsAnEffectBeDoneAgainThatDidNotHappen() {
    needsPerson();

    assertThat(resolve(DID_NOT)).isEqualTo(new Answer.Given());

    StepRecord step = here.claimed(run).steps().getFirst();
    assertThat(step.outcome()).isEmpty();
    assertThat(step.inDoubt()).isFalse();
    assertThat(step.awaiting())
        .hasValueSatisfying(awaiting -> {
          assertThat(awaiting.maybe()).isFalse();
          assertThat(awaiting.due()).isBeforeOrEqualTo(Instant.now().plusSeconds(1));
        });
    assertThat(here.toldToWalk()).containsExactly(run.run());
    assertThat(dataOf(told("effect.resolved"))).contains("\"happened\": false");
  }

  @Test
  void takesNoWordWhileTheSenderMayBeAlive() {
    Claim claim = here.claim(run);
    here.write(claim, reserve(1, EffectClass.ONCE, Duration.ofSeconds(30)));
    here.leave(claim, RunState.NEEDS_PERSON, unknown());

    assertThat(refusal(resolve(HAPPENED)))
        .startsWith("Its sender may still be alive until ")
        .endsWith("Say your word after that.");
    assertThat(outcome()).isInstanceOf(StepOutcome.Unknown.class);
  }

  @Test
  void takesNoWordInTheGraceAfterTheSendersDeadline() {
    Claim claim = here.claim(run);
    here.write(claim, reserve(1, EffectClass.ONCE, Duration.ZERO));
    here.leave(claim, RunState.NEEDS_PERSON, unknown());

    assertThat(refusal(resolve(DID_NOT))).startsWith("Its sender may still be alive");
  }

  @Test
  void takesNoWordOnWhatIsKnown() {
    here.write(here.claim(run), completed("1"));

    assertThat(refusal(resolve(DID_NOT)))
        .startsWith("Expected an effect whose outcome is unknown, but 'call' of this run is none.");
    assertThat(stores.toldOf(run)).doesNotContain("effect.resolved");
  }

  @Test
  void takesAWordOnceOnly() {
    needsPerson();
    resolve(HAPPENED);

    assertThat(refusal(resolve(DID_NOT))).startsWith("Expected an effect whose outcome is unknown");
    assertThat(outcome()).isInstanceOf(StepOutcome.Completed.class);
  }

  @Test
  void takesAWordAfterTheRunWasCancelledWithoutWakingIt() {
    cancelledInDoubt();

    assertThat(resolve(DID_NOT)).isEqualTo(new Answer.Given());

    assertThat(outcome())
        .isEqualTo(
            new StepOutcome.Skipped(
                "It did not happen, by the word of person/priya: Saw it at the bank"));
    assertThat(stores.row(run.run())).containsEntry("state", "cancelled");
    assertThat(here.toldToWalk()).isEmpty();
    assertThat(told("effect.resolved").actor()).isEqualTo("person/priya");
  }

  @Test
  void takesAWordThatItHappenedAfterTheRunWasCancelled() {
    cancelledInDoubt();

    assertThat(resolve(HAPPENED)).isEqualTo(new Answer.Given());

    assertThat(outcome()).isInstanceOf(StepOutcome.Completed.class);
    assertThat(stores.row(run.run())).containsEntry("state", "cancelled");
  }

  private void waiting() {
    here.write(
        here.claim(run),
        new Turn.Leave(RunState.WAITING, Optional.of(Instant.now().plusSeconds(600))),
        StoredLines.await(Instant.now().plusSeconds(600)));
  }

  private void needsPerson() {
    here.leave(inDoubt(), RunState.NEEDS_PERSON, unknown());
  }

  private void cancelledInDoubt() {
    here.end(inDoubt(), RunState.CANCELLED, unknown());
  }

  /// Its sender is dead for certain.
  private Claim inDoubt() {
    Claim claim = here.claim(run);
    here.write(claim, reserve(1, EffectClass.ONCE, Duration.ofMinutes(-1)));
    return claim;
  }

  private Answer order(Order order) {
    return here.control().order(run, order, "person/priya", "Wrong price");
  }

  private Answer resolve(Word word) {
    return here.control().resolve(run, effect(), word, "person/priya", "Saw it at the bank");
  }

  private EffectId effect() {
    return new EffectId(run.run(), CALL);
  }

  private static String refusal(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).sentence();
  }

  private StepOutcome outcome() {
    return here.ledger().steps(run).getFirst().outcome().orElseThrow();
  }

  private NewEntry told(String type) {
    Journal.Filter of =
        new Journal.Filter(type, "run/" + run.run(), "", Optional.empty(), Optional.empty());
    return stores.journal().page(run.tenant(), of, Optional.empty(), 10).getFirst().entry();
  }

  private static String dataOf(NewEntry entry) {
    return ((EventData.Parsed) entry.event().data()).json().text();
  }
}
