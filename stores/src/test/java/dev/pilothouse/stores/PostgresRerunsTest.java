package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.CALL;
import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.reserve;
import static dev.pilothouse.stores.StoredLines.settled;
import static dev.pilothouse.stores.StoredLines.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunOrigin.Rerun;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Matching;
import dev.pilothouse.spi.Matching.Mode;
import dev.pilothouse.spi.Matching.Terms;
import dev.pilothouse.spi.Matching.Turn;
import dev.pilothouse.spi.Reruns.Answer;
import dev.pilothouse.spi.Reruns.Request;
import dev.pilothouse.spi.Reruns.What;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRerunsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final What ALL = new What.AllInForce();
  private static final What FROM_CALL = new What.From(CALL, Set.of(new StepKey("first")));
  private static final StepOutcome FAILED =
      new StepOutcome.Failed(new StepError("http.status", StepError.Kind.OUTSIDE, "It said 500."));

  private final Neighbour here = new Neighbour(stores).alive();
  private final TenantId tenant = stores.tenant();
  private final AutomationVersion version = stores.publish(tenant, "Greet");
  private final RunRef run = new RunRef(tenant, stores.accept(tenant, "1").runs().getFirst());

  @AfterEach
  void stop() {
    here.close();
  }

  @Test
  void isANewRunForTheSameEventThatNobodyOwnsYet() {
    failed();

    Answer.Born born = born(again(ALL));

    Claimed claimed = here.claimed(ref(born));
    assertThat(claimed.event())
        .isEqualTo(stores.journal().find(tenant, event()).orElseThrow().entry());
    assertThat(claimed.version().version()).isEqualTo(version.version());
    assertThat(claimed.steps()).isEmpty();
    assertThat(here.toldToWalk()).contains(born.run());
  }

  @Test
  void isNoPartOfTheAnswerToTheEventSentAgain() {
    failed();

    var _ = born(again(ALL));

    assertThat(stores.accept(tenant, "1").runs()).containsExactly(run.run());
  }

  @Test
  void walksTheVersionThatIsInForceNow() {
    failed();
    AutomationVersion newer = publishAnother();

    Answer.Born born = born(again(ALL));

    assertThat(born.version().hash()).isEqualTo(newer.version());
    assertThat(born.earlier().hash()).isEqualTo(version.version());
    assertThat(here.claimed(ref(born)).version().version()).isEqualTo(newer.version());
  }

  @Test
  void walksTheVersionOfBeforeForWhoAsksForIt() {
    failed();
    publishAnother();

    Answer.Born born = born(again(new What.AllAsBefore()));

    assertThat(born.version()).isEqualTo(born.earlier()).isNotEqualTo(born.inForce());
    assertThat(here.claimed(ref(born)).version().version()).isEqualTo(version.version());
  }

  @Test
  void bothRunsShowEachOtherAndWhoAsked() {
    failed();

    Answer.Born born = born(again(ALL));

    Rerun origin =
        stores
            .runs()
            .find(tenant, born.run())
            .orElseThrow()
            .summary()
            .origin()
            .rerun()
            .orElseThrow();
    assertThat(origin.of()).isEqualTo(run.run());
    assertThat(origin.from()).isEmpty();
    NewEntry asked = stores.journal().find(tenant, origin.request()).orElseThrow().entry();
    assertThat(asked.actor()).isEqualTo("person/priya");
    assertThat(asked.event().type()).isEqualTo("run.rerun_requested");
    assertThat(asked.event().subject()).isEqualTo("run/" + run.run());
    assertThat(dataOf(asked)).contains(born.run().toString()).contains("The server was down");
    assertThat(stores.runs().find(tenant, run.run()).orElseThrow().kin().reruns())
        .containsExactly(born.run());
  }

  // ------------------------------------------------------------------ from a step on

  @Test
  void keepsOutcomesOfTheStepsBeforeAndNothingElse() {
    failed();

    Answer.Born born = born(again(FROM_CALL));

    assertThat(born.kept()).isOne();
    StepRecord kept = only(here.claimed(ref(born)).steps());
    assertThat(kept.key()).isEqualTo(new StepKey("first"));
    assertThat(kept.outcome()).contains(new StepOutcome.Completed(new Json("{\"id\": 7}")));
    assertThat(kept.reservation()).isEmpty();
    assertThat(kept.keptFrom()).contains(run.run());
    assertThat(stores.runs().find(tenant, born.run()).orElseThrow().summary().origin().rerun())
        .flatMap(Rerun::from)
        .contains(CALL);
  }

  @Test
  void letsTheNewRunWriteTheStepsAfterItself() {
    failed();
    RunRef again = ref(born(again(FROM_CALL)));

    here.end(here.claim(again), RunState.FINISHED, completed("1"));

    assertThat(here.ledger().steps(again))
        .extracting(step -> step.keptFrom().isPresent())
        .containsExactlyInAnyOrder(true, false);
    assertThat(here.ledger().steps(run))
        .extracting(StepRecord::outcome)
        .contains(Optional.of(FAILED));
  }

  @Test
  void tellsOfWhatWasKeptTwiceWhoDidIt() {
    failed();
    RunRef again = ref(born(again(FROM_CALL)));
    here.end(here.claim(again), RunState.FAILED, settled("call", FAILED));

    RunRef onceMore =
        ref(born(reruns(here.quietDoor()).again(again, request(FROM_CALL, Optional.empty()))));

    assertThat(only(here.claimed(onceMore).steps()).keptFrom()).contains(run.run());
  }

  @Test
  void keepsLargeOutcomes() {
    String large = "{\"text\": \"" + "x".repeat(100_000) + "\"}";
    Claim claim = here.claim(run);
    here.end(
        claim,
        RunState.FAILED,
        settled("first", new StepOutcome.Completed(new Json(large))),
        settled("call", FAILED));

    assertThat(only(here.claimed(ref(born(again(FROM_CALL)))).steps()).outcome())
        .contains(new StepOutcome.Completed(new Json(large)));
  }

  @Test
  void beginsWithNoStepThatWasNotReached() {
    here.end(here.claim(run), RunState.FAILED, settled("first", FAILED));

    assertThat(refusal(again(FROM_CALL)))
        .startsWith("Expected a step that the run has reached, but it ended without 'call'.");
  }

  @Test
  void keepsNoOutcomeThatNobodyKnows() {
    Claim claim = here.claim(run);
    here.write(claim, reserve(EffectClass.ONCE));
    here.end(claim, RunState.CANCELLED, unknown(), settled("last", FAILED));

    assertThat(refusal(again(new What.From(new StepKey("last"), Set.of(CALL)))))
        .startsWith("Nobody knows whether 'call', which comes before, has happened.")
        .contains("/v1/effects/" + run.run() + ":call/resolve");
  }

  // ------------------------------------------------------------------ refusals

  @Test
  void refusesWhatHasNotEnded() {
    here.claim(run);

    assertThat(refusal(again(ALL)))
        .isEqualTo(
            "Expected a run that has ended, but this one is 'running'. Wait for its end, or cancel"
                + " it first.");
  }

  @Test
  void startsNothingOfAnAutomationThatIsPaused() {
    failed();
    stores.pause(tenant, version.automation());

    assertThat(refusal(again(ALL)))
        .isEqualTo(
            "Expected an automation that is published, but this one is 'paused' and starts nothing."
                + " Resume it first.");
    assertThat(stores.toldOf(run)).doesNotContain("run.rerun_requested");
  }

  @Test
  void knowsNoRunOfAnotherTenant() {
    failed();
    RunRef strangers = new RunRef(stores.tenant(), run.run());

    assertThat(reruns(here.quietDoor()).again(strangers, request(ALL, Optional.empty())))
        .isEqualTo(new Answer.NoSuch());
  }

  // ------------------------------------------------------------------ asked twice

  @Test
  void isOneRunHoweverOftenItIsAskedForByOneKey() {
    failed();

    Answer.Born first = born(again(FROM_CALL, "key"));
    Answer.Born second = born(again(FROM_CALL, "key"));

    assertThat(first.repeated()).isFalse();
    assertThat(second)
        .isEqualTo(
            new Answer.Born(
                first.run(), first.version(), first.earlier(), first.inForce(), 1, true));
    assertThat(reruns()).hasSize(1);
  }

  @Test
  void isOneRunAlsoWhereItIsAskedForAtTheSameTime() {
    failed();

    List<RunId> born =
        IntStream.range(0, 8)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> born(again(ALL, "key")).run()))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(Set.copyOf(born)).hasSize(1);
    assertThat(reruns()).hasSize(1);
  }

  @Test
  void takesNoRequestForAnother() {
    failed();
    Answer.Born first = born(again(ALL, "key"));

    assertThat(again(new What.AllAsBefore(), "key"))
        .isEqualTo(new Answer.OtherRequest(first.run()));
  }

  @Test
  void leavesNothingOfWhatCouldNotBeDone() {
    failed();
    JournalWriter broken =
        new JournalWriter(
            (_, _) -> {
              throw new IllegalStateException("on purpose");
            },
            Optional.empty());

    assertThatThrownBy(() -> reruns(broken).again(run, request(ALL, Optional.of("key"))))
        .hasMessage("on purpose");

    assertThat(reruns()).isEmpty();
    assertThat(born(again(ALL, "key")).repeated()).isFalse();
  }

  // ------------------------------------------------------------------ its turn

  @Test
  void waitsForTheRunsOfItsKeyThatAreThere() {
    failed();
    RunRef underWay = new RunRef(tenant, stores.accept(tenant, "2").runs().getFirst());
    inTurn(underWay);
    Claim claim = here.claim(underWay);

    RunRef again = ref(born(again(ALL, Mode.QUEUE)));

    assertThat(here.canClaim(again)).isFalse();
    here.end(claim, RunState.FINISHED);
    assertThat(here.canClaim(again)).isTrue();
  }

  @Test
  void isNotBornWhereNoneMayBeBesideAnother() {
    failed();
    RunRef underWay = new RunRef(tenant, stores.accept(tenant, "2").runs().getFirst());
    inTurn(underWay);

    assertThat(refusal(again(ALL, Mode.SKIP)))
        .isEqualTo("Not started: run " + underWay.run() + " of the same key, 'k', has not ended.");
  }

  @Test
  void replacesThoseThatItIsToReplace() {
    failed();
    RunRef underWay = new RunRef(tenant, stores.accept(tenant, "2").runs().getFirst());
    inTurn(underWay);

    var _ = born(again(ALL, Mode.REPLACE));

    assertThat(here.ledger().orders(underWay)).hasSize(1);
  }

  private void inTurn(RunRef other) {
    Stores.client(stores.postgres.superuser())
        .sql("update run set concurrency_key = 'k' where id = ?")
        .param(other.run().value())
        .update();
  }

  private void failed() {
    Line first = settled("first", new StepOutcome.Completed(new Json("{\"id\": 7}")));
    Claim claim = here.claim(run);
    here.write(claim, first, reserve(EffectClass.ONCE));
    here.end(claim, RunState.FAILED, settled("call", FAILED));
  }

  private AutomationVersion publishAnother() {
    AutomationId id = version.automation();
    Drafted now = stores.automations().find(tenant, id).orElseThrow();
    Draft draft = Draft.of(new Json("{\"name\": \"Greet\", \"steps\": [], \"area\": \"sales\"}"));
    var _ = stores.automations().save(tenant, id, now.draft().tag(), draft, "test");
    stores.publish(tenant, id);
    return stores.index().published(tenant).automations().getFirst().version();
  }

  private Answer again(What what) {
    return reruns(here.quietDoor()).again(run, request(what, Optional.empty()));
  }

  private Answer again(What what, String key) {
    return reruns(here.quietDoor()).again(run, request(what, Optional.of(key)));
  }

  private Answer again(What what, Mode mode) {
    JournalWriter door = new JournalWriter(new OneKey(mode), Optional.empty());
    return reruns(door).again(run, request(what, Optional.empty()));
  }

  /// Entries start nothing, and whatever a person asks for is of one key.
  private record OneKey(Mode mode) implements Matching {
    @Override
    public List<Match> match(NewEntry entry, long epoch) {
      return List.of();
    }

    @Override
    public Optional<Terms> terms(AutomationVersion version, NewEntry entry) {
      return Optional.of(new Terms(Optional.empty(), Optional.empty(), Turn.of("k", mode)));
    }
  }

  private PostgresReruns reruns(JournalWriter door) {
    return new PostgresReruns(stores.database(), door, here.started());
  }

  private static Request request(What what, Optional<String> key) {
    return new Request(what, "person/priya", "The server was down", key);
  }

  private List<RunId> reruns() {
    return stores.runs().find(tenant, run.run()).orElseThrow().kin().reruns();
  }

  private EventId event() {
    return stores.runs().find(tenant, run.run()).orElseThrow().summary().event().id();
  }

  private RunRef ref(Answer.Born born) {
    return new RunRef(tenant, born.run());
  }

  private static Answer.Born born(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Born.class);
    return (Answer.Born) answer;
  }

  private static String refusal(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).sentence();
  }

  private static StepRecord only(List<StepRecord> steps) {
    assertThat(steps).hasSize(1);
    return steps.getFirst();
  }

  private static String dataOf(NewEntry entry) {
    return ((EventData.Parsed) entry.event().data()).json().text();
  }
}
