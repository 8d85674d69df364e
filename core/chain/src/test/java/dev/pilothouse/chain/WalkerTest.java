package dev.pilothouse.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepOutcome.Completed;
import dev.pilothouse.model.StepOutcome.Failed;
import dev.pilothouse.model.StepOutcome.Skipped;
import dev.pilothouse.model.StepOutcome.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WalkerTest {
  private static final NewEntry DEAL =
      Events.of(
          "crm.deal.won",
          "{\"company\": \"Ada\", \"amount\": 12000, \"due\": \"2026-12-01T10:00:00+01:00\"}");
  private static final Map<StepKey, StepOutcome> NONE = Map.of();

  @Test
  void demandsTheFirstStepWithItsInputFilledIn() {
    Definition chain =
        steps(
            "{\"id\":\"a\",\"name\":\"Open it\",\"do\":\"task.create\",\"with\":{\"title\":\"For ${event.data.company}\"}}");
    assertThat(first(chain))
        .isEqualTo(
            new Demand.Perform(
                key("a"),
                new StepLabel("Open it", "task.create"),
                "task.create",
                new Json("{\"title\":\"For Ada\"}"),
                CallSpec.DEFAULT));
  }

  @Test
  void goesOnWithTheOutputsOfTheStepsBefore() {
    Definition chain =
        steps(
            "{\"id\":\"a\",\"do\":\"transform\"},{\"id\":\"b\",\"do\":\"transform\",\"with\":{\"id\":\"${steps.a.id}\",\"all\":\"${steps}\"}}");
    Demand next = next(chain, Map.of(key("a"), done("{\"id\":7}")));
    assertThat(((Demand.Perform) next).input())
        .isEqualTo(new Json("{\"id\":7,\"all\":{\"a\":{\"id\":7}}}"));
  }

  @Test
  void failsALoopAsSoonAsItHasCollectedTooMuch() {
    Definition chain =
        steps(
            "{\"id\":\"each\",\"for_each\":\"list.range(0, 500)\",\"collect\":\"list.range(0, 11).map(n, text.padEnd('', 10000)).join('')\",\"steps\":[{\"id\":\"t\",\"do\":\"transform\"}]}");
    Map<StepKey, StepOutcome> eleven = new HashMap<>();
    for (int item = 0; item < 11; item++) {
      eleven.put(key("each." + item + ".t"), done("{}"));
    }
    assertThat(((Demand.Settle) next(chain, eleven)).outcome())
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.error().message())
                    .contains("what is collected of the first 11 items is larger than 1 MB"));
  }

  @Test
  void showsAStepOnlyWhatStandsBeforeIt() {
    Definition chain =
        steps(
            "{\"id\":\"a\",\"do\":\"transform\",\"with\":{\"all\":\"${steps}\"}},{\"id\":\"b\",\"do\":\"transform\"}");
    Demand next = next(chain, Map.of(key("b"), done("1")));
    assertThat(((Demand.Perform) next).input()).isEqualTo(new Json("{\"all\":{}}"));
  }

  @Test
  void endsWhenEverythingIsDone() {
    Definition chain = steps("{\"id\":\"a\",\"do\":\"transform\"}");
    assertThat(next(chain, Map.of(key("a"), done("1"))))
        .isEqualTo(new Demand.End(RunState.FINISHED, ""));
    assertThat(first(steps(""))).isEqualTo(new Demand.End(RunState.FINISHED, ""));
  }

  @Test
  void settlesAConditionAndTakesTheBranchThatWasRecorded() {
    Definition chain =
        steps(
            "{\"id\":\"f\",\"if\":\"event.data.amount > 1000.0\",\"then\":[{\"id\":\"t\",\"do\":\"transform\"}],\"else\":[{\"id\":\"e\",\"do\":\"transform\"}]}");
    assertThat(first(chain))
        .isEqualTo(
            new Demand.Settle(
                key("f"),
                new StepLabel("If event.data.amount > 1000.0", "if"),
                new Json("{\"if\":\"event.data.amount > 1000.0\"}"),
                done("{\"branch\":\"then\"}")));
    assertThat(stepOf(next(chain, Map.of(key("f"), done("{\"branch\":\"then\"}")))))
        .isEqualTo(key("t"));
    assertThat(stepOf(next(chain, Map.of(key("f"), done("{\"branch\":\"else\"}")))))
        .isEqualTo(key("e"));
  }

  @Test
  void leavesOutBothBranchesOfASkippedCondition() {
    Definition chain =
        steps(
            "{\"id\":\"f\",\"if\":\"true\",\"then\":[{\"do\":\"transform\"}],\"else\":[{\"do\":\"transform\"}]}");
    assertThat(next(chain, Map.of(key("f"), new Skipped("by a person"))))
        .isEqualTo(new Demand.End(RunState.FINISHED, ""));
  }

  @Test
  void settlesAnExpressionThatFailedAsTheAuthorsMistake() {
    Definition chain =
        steps("{\"id\":\"a\",\"do\":\"transform\",\"with\":{\"b\":\"${event.data.nope}\"}}");
    assertThat(first(chain))
        .isEqualTo(
            new Demand.Settle(
                key("a"),
                new StepLabel("transform", "transform"),
                new Json("{\"b\":\"${event.data.nope}\"}"),
                new Failed(
                    new StepError(
                        "expression.failed",
                        StepError.Kind.USER,
                        "'event.data.nope' has no value here: there is no 'nope'. Ask with has(...) first, or give a default: a.?b.orValue(0)."))));
  }

  @Test
  void failsTheRunWithTheNameOfTheStep() {
    Definition chain =
        steps("{\"id\":\"a\",\"name\":\"Send it\",\"do\":\"mail.send\"},{\"do\":\"transform\"}");
    Failed refused =
        new Failed(new StepError("mail.refused", StepError.Kind.OUTSIDE, "No such mailbox."));
    assertThat(next(chain, Map.of(key("a"), refused)))
        .isEqualTo(new Demand.End(RunState.FAILED, "step 'Send it': No such mailbox."));
  }

  @Test
  void asksAPersonAboutAnUnknownOutcome() {
    Definition chain = steps("{\"id\":\"a\",\"do\":\"mail.send\"},{\"do\":\"transform\"}");
    assertThat(next(chain, Map.of(key("a"), new Unknown("the process died"))))
        .isEqualTo(new Demand.AskPerson(key("a"), new StepLabel("mail.send", "mail.send")));
  }

  @Test
  void countsASkippedStepAsDoneWithoutOutput() {
    Definition chain =
        steps(
            "{\"id\":\"a\",\"do\":\"transform\"},{\"id\":\"b\",\"do\":\"transform\",\"with\":{\"a\":\"${has(steps.a)}\"}}");
    Demand next = next(chain, Map.of(key("a"), new Skipped("by a person")));
    assertThat(((Demand.Perform) next).input()).isEqualTo(new Json("{\"a\":false}"));
  }

  @Test
  void pausesForATimeOrUntilAMoment() {
    assertThat(first(steps("{\"id\":\"w\",\"wait\":\"2h\"}")))
        .isEqualTo(pause("Wait 2h", new Demand.Until.For(Duration.ofHours(2))));
    Demand.Until due = new Demand.Until.At(Instant.parse("2026-12-01T09:00:00Z"));
    assertThat(first(steps("{\"id\":\"w\",\"wait\":{\"until\":\"${event.data.due}\"}}")))
        .isEqualTo(pause("Wait until ${event.data.due}", due));
    assertThat(first(steps("{\"id\":\"w\",\"wait\":{\"until\":\"${timestamp(event.data.due)}\"}}")))
        .isEqualTo(pause("Wait until ${timestamp(event.data.due)}", due));
  }

  @Test
  void failsAWaitForWhatIsNoMoment() {
    Demand next = first(steps("{\"id\":\"w\",\"wait\":{\"until\":\"${event.data.company}\"}}"));
    StepError error = ((Failed) ((Demand.Settle) next).outcome()).error();
    assertThat(error.message())
        .isEqualTo(
            "'${event.data.company}' has no value here: expected a moment such as 2026-12-01T09:00:00Z, but it gives 'Ada'.");
  }

  @Test
  void stopsAsItSaysOnceThatIsRecorded() {
    Definition chain =
        steps(
            "{\"id\":\"s\",\"stop\":{\"as\":\"cancelled\",\"reason\":\"No need, ${event.data.company}\"}},{\"do\":\"transform\"}");
    Demand.Settle settle = (Demand.Settle) first(chain);
    assertThat(settle.outcome())
        .isEqualTo(done("{\"as\":\"cancelled\",\"reason\":\"No need, Ada\"}"));
    assertThat(next(chain, Map.of(key("s"), settle.outcome())))
        .isEqualTo(new Demand.End(RunState.CANCELLED, "No need, Ada"));
  }

  @Test
  void fillsInHowToReadBack() {
    Definition chain =
        steps(
            "{\"id\":\"a\",\"do\":\"http.request\",\"read_back\":{\"url\":\"https://a/${event.id}\"},\"timeout\":\"5s\"}");
    CallSpec call = ((Demand.Perform) first(chain)).call();
    assertThat(call.readBack())
        .isEqualTo(Optional.of(new Json("{\"url\":\"https://a/" + Events.ID + "\"}")));
    assertThat(call.timeout()).isEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void namesStepsWithoutIdAfterTheirPlace() {
    Definition chain =
        steps(
            "{\"wait\":\"1s\"},{\"if\":\"true\",\"then\":[{\"wait\":\"1s\"}],\"else\":[{\"wait\":\"1s\"}]},{\"id\":\"step-1\",\"wait\":\"1s\"}");
    Step.If fork = (Step.If) chain.steps().get(1);
    assertThat(chain.steps())
        .extracting(Step::key)
        .containsExactly(key("step-1-x2"), key("step-2"), key("step-1"));
    assertThat(fork.then()).extracting(Step::key).containsExactly(key("step-2-then-1"));
    assertThat(fork.otherwise()).extracting(Step::key).containsExactly(key("step-2-else-1"));
  }

  @Test
  void seesANewOutcomeInPlaceOfAnOlderOne() {
    Definition chain =
        steps(
            "{\"id\":\"a\",\"do\":\"transform\"},{\"id\":\"b\",\"do\":\"transform\",\"with\":{\"a\":\"${steps.a}\"}}");
    Walker walker = new Walker(chain, DEAL);
    walker.next(Recorded.of(Map.of(key("a"), done("1"))));
    assertThat(
            ((Demand.Perform) only(walker.next(Recorded.of(Map.of(key("a"), done("2")))))).input())
        .isEqualTo(new Json("{\"a\":2}"));
  }

  @Test
  void walksAThousandStepsOneByOne() {
    String steps = "{\"do\":\"transform\"},".repeat(999) + "{\"do\":\"transform\"}";
    Walker walker = new Walker(steps(steps), DEAL);
    Map<StepKey, StepOutcome> outcomes = new HashMap<>();
    while (only(walker.next(Recorded.of(outcomes))) instanceof Demand.Perform perform) {
      outcomes.put(perform.key(), done("1"));
    }
    assertThat(outcomes).hasSize(1_000);
  }

  @Test
  void convertsAnOutputOnce() {
    OutputCache outputs = new OutputCache();
    Completed outcome = done("{\"a\":1}");
    assertThat(outputs.output(key("a"), outcome))
        .isEqualTo(Map.of("a", 1L))
        .isSameAs(outputs.output(key("a"), outcome));
  }

  private static Demand pause(String name, Demand.Until until) {
    return new Demand.Pause(key("w"), new StepLabel(name, "wait"), until);
  }

  private static StepKey stepOf(Demand demand) {
    return ((Demand.Perform) demand).key();
  }

  private static Demand first(Definition chain) {
    return next(chain, NONE);
  }

  private static Demand next(Definition chain, Map<StepKey, StepOutcome> outcomes) {
    return only(new Walker(chain, DEAL).next(Recorded.of(outcomes)));
  }

  private static Demand only(List<Demand> demands) {
    assertThat(demands).hasSize(1);
    return demands.getFirst();
  }

  private static Completed done(String output) {
    return new Completed(new Json(output));
  }

  private static StepKey key(String id) {
    return new StepKey(id);
  }

  private static Definition steps(String steps) {
    return new DefinitionReader(ActionCatalogue.asPublished())
        .read(new Json("{\"name\": \"n\", \"on\": [], \"steps\": [" + steps + "]}"));
  }
}
