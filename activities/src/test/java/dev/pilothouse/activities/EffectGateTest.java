package dev.pilothouse.activities;

import static dev.pilothouse.activities.AWalk.call;
import static dev.pilothouse.activities.AWalk.tryAgain;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.CallSpec;
import dev.pilothouse.chain.Demand.Perform;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Step;
import dev.pilothouse.spi.Ledger.Turn;
import dev.pilothouse.spi.Ledger.Writing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EffectGateTest {
  private static final StepKey CALL = new StepKey("call");

  private final AWalk a = new AWalk();

  @ParameterizedTest
  @ValueSource(strings = {"pure", "keyed", "reconcilable", "once"})
  void reservesBeforeItSends(String action) {
    RunRef run = a.queued(call(action));
    a.actions.answer(_ -> {
      assertThat(a.ledger.step(run, "call").inDoubt()).isTrue();
      return FakeActions.DONE;
    });

    a.walk(run);

    assertThat(outcome(run)).isInstanceOf(StepOutcome.Completed.class);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compute", "change"})
  void reservesNothingForWhatStaysWithinOurWalls(String action) {
    RunRef run = a.queued(call(action));

    a.walk(run);

    assertThat(a.ledger.step(run, "call").reservation()).isEmpty();
    assertThat(outcome(run)).isInstanceOf(StepOutcome.Completed.class);
  }

  @Test
  void namesTheEffectAlikeInEveryAttempt() {
    RunRef run = a.queued(call("keyed"));
    a.actions.answer(tryAgain(Acted.MAYBE), FakeActions.DONE);

    a.walk(run);
    a.walkAfter(Duration.ofMinutes(1), run);

    assertThat(a.actions.calls).extracting(ActionCall::attempt).containsExactly(1, 2);
    assertThat(a.actions.calls)
        .extracting(ActionCall::effect)
        .containsOnly(new EffectId(run.run(), new StepKey("call")));
  }

  // ------------------------------------------------------------------ reserved, not settled

  @ParameterizedTest
  @ValueSource(strings = {"pure", "keyed"})
  void sendsAgainWhatMayBeRepeatedAfterACrash(String action) {
    RunRef run = a.queued(call(action));
    crashInTheCall(run, action);

    a.walk(run);

    assertThat(a.actions.calls).extracting(ActionCall::attempt).containsExactly(2);
    assertThat(outcome(run)).isInstanceOf(StepOutcome.Completed.class);
  }

  @Test
  void asksBackAfterACrashAndTakesWhatItFinds() {
    RunRef run = a.queued(call("reconcilable"));
    crashInTheCall(run, "reconcilable");
    a.actions.readBack(new ActionAnswer.Done(new Json("\"found\"")));

    a.walk(run);

    assertThat(a.actions.calls).isEmpty();
    assertThat(outcome(run)).isEqualTo(new StepOutcome.Completed(new Json("\"found\"")));
  }

  @Test
  void sendsAgainAfterACrashWhatItDidNotFind() {
    RunRef run = a.queued(call("reconcilable"));
    crashInTheCall(run, "reconcilable");

    a.walk(run);

    assertThat(a.actions.readBacks).hasSize(1);
    assertThat(a.actions.calls).hasSize(1);
    assertThat(outcome(run)).isInstanceOf(StepOutcome.Completed.class);
  }

  @Test
  void asksNothingBackBeforeTheFirstAttempt() {
    a.walk(a.queued(call("reconcilable")));

    assertThat(a.actions.readBacks).isEmpty();
  }

  @Test
  void neverSendsAgainWhatMayHaveHappenedOnce() {
    RunRef run = a.queued(call("once"));
    crashInTheCall(run, "once");

    a.walk(run);

    assertThat(a.actions.calls).isEmpty();
    assertThat(outcome(run)).isInstanceOf(StepOutcome.Unknown.class);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.NEEDS_PERSON);
  }

  @Test
  void takesTheLateAnswerThatIsThereBeforeItWouldCallItUnknown() {
    RunRef run = a.queued(call("once"));
    Claim crashed = crashInTheCall(run, "once");
    Claimed newer = a.ledger.claimed(run);
    var _ = a.ledger.write(settling(crashed, new StepOutcome.Completed(new Json("7"))));

    a.walk(newer);

    assertThat(outcome(run)).isEqualTo(new StepOutcome.Completed(new Json("7")));
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void countsTheAttemptThatACrashCutShort() {
    RunRef run = a.queued(call("keyed"));
    crashInTheCall(run, "keyed");
    a.actions.answer(_ -> tryAgain(Acted.NO));

    a.walk(run);
    a.walkAfter(Duration.ofMinutes(1), run);

    assertThat(a.actions.calls).extracting(ActionCall::attempt).containsExactly(2, 3);
    assertThat(outcome(run)).isInstanceOf(StepOutcome.Unknown.class);
  }

  @Test
  void sendsOnceAgainWhatCertainlyDidNotAct() {
    RunRef run = a.queued(call("once"));
    a.actions.answer(tryAgain(Acted.NO), FakeActions.DONE);

    a.walk(run);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.WAITING);
    a.walkAfter(Duration.ofMinutes(1), run);

    assertThat(a.actions.calls).hasSize(2);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FINISHED);
  }

  @Test
  void waitsForItsTimeAlsoWhenItIsWalkedEarlier() {
    RunRef run = a.queued(call("keyed"));
    a.actions.answer(tryAgain(Acted.NO), FakeActions.DONE);
    a.walk(run);
    a.ledger.order(run, new Order.Skip(new StepKey("another")));

    assertThat(a.walk(run)).isInstanceOf(Walk.Over.Left.class);

    assertThat(a.actions.calls).hasSize(1);
    assertThat(a.ledger.state(run)).isEqualTo(RunState.WAITING);
  }

  @Test
  void doubtsWhatIsNotWrittenWhenTheDatabaseWentBackInTime() {
    RunRef once = a.queued(call("once"));
    RunRef keyed = a.queued(call("keyed"));
    a.ledger.inDoubt(once);
    a.ledger.inDoubt(keyed);

    a.walk(once);
    a.walk(keyed);

    assertThat(a.ledger.state(once)).isEqualTo(RunState.NEEDS_PERSON);
    assertThat(a.ledger.state(keyed)).isEqualTo(RunState.FINISHED);
    assertThat(a.actions.calls).hasSize(1);
  }

  @Test
  void asksBackBeforeItSendsAnythingWhenTheDatabaseWentBackInTime() {
    RunRef run = a.queued(call("reconcilable"));
    a.ledger.inDoubt(run);
    a.actions.readBack(new ActionAnswer.Done(new Json("\"found\"")));

    a.walk(run);

    assertThat(a.actions.calls).isEmpty();
    assertThat(outcome(run)).isEqualTo(new StepOutcome.Completed(new Json("\"found\"")));
  }

  @ParameterizedTest
  @CsvSource({"true, NEEDS_PERSON, 1", "false, FINISHED, 2"})
  void doubtsWhatWaitedForAnAttemptWhenTheDatabaseWentBackInTime(
      boolean maybe, RunState state, int sent) {
    RunRef run = a.queued(call("once"));
    a.actions.answer(tryAgain(Acted.NO), FakeActions.DONE);
    a.walk(run);
    a.ledger.released(run, "call", maybe);

    a.walkAfter(Duration.ofMinutes(1), run);

    assertThat(a.ledger.state(run)).isEqualTo(state);
    assertThat(a.actions.calls).hasSize(sent);
  }

  // ------------------------------------------------------------------ refused

  @ParameterizedTest
  @ValueSource(strings = {"pure", "keyed", "reconcilable", "once", "change"})
  void sendsNothingUnderAnOlderClaim(String action) {
    RunRef run = a.queued(call(action));
    Claimed older = a.ledger.claimed(run);
    a.ledger.claimed(run);

    assertThat(a.walk(older)).isEqualTo(new Walk.Over.Lost());

    assertThat(a.actions.calls).isEmpty();
    assertThat(a.ledger.steps(run)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"pure", "once", "change"})
  void followsAnOrderInsteadOfSending(String action) {
    RunRef run = a.queued(call(action));
    Claimed claimed = a.ledger.claimed(run);
    a.ledger.order(run, new Order.Cancel());

    a.walk(claimed);

    assertThat(a.actions.calls).isEmpty();
    assertThat(a.ledger.state(run)).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void failsAStepWhoseActionHasLeftTheHouse() {
    RunRef run = a.queued(call("none"));

    a.walk(run);

    assertThat(errorCode(run)).isEqualTo("action.unknown");
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"compute", "change", "pure", "once"})
  void failsAStepWhoseOutputIsTooLarge(String action) {
    RunRef run = a.queued(call(action));
    a.actions.answer(
        new ActionAnswer.Done(new Json("\"" + "x".repeat(StorableJson.MOST_BYTES) + "\"")));

    a.walk(run);

    assertThat(errorCode(run)).isEqualTo("output.too_large");
  }

  @ParameterizedTest
  @ValueSource(strings = {"compute", "change", "keyed"})
  void failsAStepWhoseOutputCannotBeStored(String action) {
    RunRef run = a.queued(call(action));
    a.actions.answer(new ActionAnswer.Done(new Json("\"a\\u0000b\"")));

    a.walk(run);

    assertThat(errorCode(run)).isEqualTo("output.unstorable");
  }

  @Test
  void keepsWhatCanBeKeptOfWhatAPeerSays() {
    RunRef run = a.queued(call("keyed").replace("3", "2"));
    StepError error = new StepError("test.error", StepError.Kind.OUTSIDE, "It said 'a\0b'");
    a.actions.answer(_ -> new ActionAnswer.TryAgain(error, Acted.MAYBE, Optional.empty()));

    a.walk(run);
    a.walkAfter(Duration.ofMinutes(1), run);

    assertThat(a.ledger.step(run, "call").awaiting().orElseThrow().reason())
        .endsWith("It said 'a\uFFFDb'");
    assertThat(a.ledger.met(run, "call").message()).isEqualTo("It said 'a\uFFFDb'");
    assertThat(outcome(run).toString()).contains("It said 'a\uFFFDb'");
    assertThat(a.ledger.state(run)).isEqualTo(RunState.NEEDS_PERSON);
  }

  @Test
  void endsARunWhoseStepFailedWithWordsThatNobodyCanKeep() {
    RunRef run = a.queued(call("compute"));
    a.actions.answer(
        new ActionAnswer.Failed(new StepError("test.error", StepError.Kind.USER, "a\0b")));

    a.walk(run);

    assertThat(a.ledger.state(run)).isEqualTo(RunState.FAILED);
    assertThat(a.ledger.reason(run)).endsWith("a\uFFFDb");
  }

  @Test
  void failsAStepWhoseOutputHasANumberThatIsTooLong() {
    RunRef run = a.queued(call("keyed"));
    a.actions.answer(new ActionAnswer.Done(new Json("{\"n\":1e999999}")));

    a.walk(run);

    assertThat(errorCode(run)).isEqualTo("output.unstorable");
  }

  @Test
  void sendsNoInputThatIsTooLarge() throws Exception {
    Claimed claimed = a.ledger.claimed(a.queued(call("once")));
    RunMemory memory = new RunMemory(a.ledger, a.clock, claimed);
    Json large = new Json("\"" + "x".repeat(StorableJson.MOST_BYTES) + "\"");

    Passage passage =
        a.gate.perform(
            memory,
            a.thread.call(),
            new Perform(CALL, new StepLabel("call", "once"), "once", large, CallSpec.DEFAULT));

    assertThat(passage).isEqualTo(new Passage.Through());
    assertThat(code(memory.recorded(Set.of()).outcomes().get(CALL))).isEqualTo("input.too_large");
    assertThat(a.actions.calls).isEmpty();
  }

  // ------------------------------------------------------------------ broken actions

  @ParameterizedTest
  @EnumSource(
      value = EffectClass.class,
      names = {"KEYED", "RECONCILABLE", "ONCE"})
  void callsAnEffectUnknownWhoseActionBrokeForGood(EffectClass effectClass) {
    RunRef run =
        a.queued(
            "{\"id\": \"call\", \"do\": \"%s\", \"retry\": {\"attempts\": 1}}"
                .formatted(effectClass.text()));
    a.actions.answer(
        (FakeActions.Answering)
            _ -> {
              throw new IllegalStateException("bug");
            });

    a.walk(run);

    assertThat(outcome(run)).isInstanceOf(StepOutcome.Unknown.class);
  }

  @Test
  void failsAStepWhoseComputationBreaks() {
    RunRef run = a.queued(call("compute"));
    a.actions.answer(
        (FakeActions.Answering)
            _ -> {
              throw new IllegalStateException("bug");
            });

    a.walk(run);

    assertThat(errorCode(run)).isEqualTo("action.broken");
    assertThat(a.ledger.state(run)).isEqualTo(RunState.FAILED);
  }

  /// Reserved under a claim whose process then died; the run is free to be claimed again.
  private Claim crashInTheCall(RunRef run, String action) {
    Claim claim = a.ledger.claimed(run).claim();
    var _ =
        a.ledger.write(
            new Writing(
                claim,
                List.of(
                    new Line.Reserve(
                        step(),
                        EffectClass.valueOf(action.toUpperCase(Locale.ROOT)),
                        Json.NULL,
                        Duration.ofSeconds(30))),
                new Turn.Stay()));
    return claim;
  }

  private Step step() {
    return new Step(new StepKey("call"), new StepLabel("call", "test"), 1, a.clock.instant());
  }

  private Writing settling(Claim claim, StepOutcome outcome) {
    return new Writing(
        claim, List.of(new Line.Settle(step(), Json.NULL, outcome)), new Turn.Stay());
  }

  private StepOutcome outcome(RunRef run) {
    return a.ledger.outcome(run, "call").orElseThrow();
  }

  private String errorCode(RunRef run) {
    return code(outcome(run));
  }

  private static String code(@Nullable StepOutcome outcome) {
    return outcome instanceof StepOutcome.Failed(var error) ? error.code() : "not failed";
  }
}
