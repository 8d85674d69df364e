package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CalledRun;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.EventSummary;
import dev.pilothouse.model.FailedStep;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunOrigin;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepLetter;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.StepRecord.Awaiting;
import dev.pilothouse.model.StepRecord.Reservation;
import dev.pilothouse.model.StepRecord.Settlement;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.model.WalkedVersion;
import dev.pilothouse.spi.Control.Answer;
import dev.pilothouse.spi.Runs;
import dev.pilothouse.spi.Runs.PastAttempt;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RunsApiTest {
  private static final ApiServer API = new ApiServer();
  private static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");
  private static final Json INPUT = new Json("{\"to\":\"a@example.com\"}");

  private static final AutomationId AUTOMATION = AutomationId.next();
  private static final RunId PARENT = RunId.next();
  private static final RunId CALLED = RunId.next();

  private final RunId id = RunId.next();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void showsAFinishedStepWithItsEffect() {
    Reply run = shown(settled(new StepOutcome.Completed(new Json("{\"id\":7}")), true));

    assertThat(run.at("/steps/0/state")).isEqualTo("finished");
    assertThat(run.at("/steps/0/kind")).isEqualTo("mail.send");
    assertThat(run.at("/steps/0/attempts")).isEqualTo("2");
    assertThat(run.at("/steps/0/input")).isEqualTo(INPUT.text());
    assertThat(run.at("/steps/0/output")).isEqualTo("{\"id\":7}");
    assertThat(run.at("/steps/0/finishedAt")).isEqualTo("2026-11-20T09:42:05Z");
    assertThat(run.at("/steps/0/effect/id")).isEqualTo(id + ":mail");
    assertThat(run.at("/steps/0/effect/class")).isEqualTo("once");
    assertThat(run.at("/steps/0/effect/state")).isEqualTo("done");
    assertThat(run.at("/steps/0/effect/late")).isEqualTo("true");
  }

  @Test
  void showsWhyAStepFailed() {
    Reply run =
        shown(
            settled(
                new StepOutcome.Failed(
                    new StepError("mail.refused", StepError.Kind.OUTSIDE, "Nobody is called so.")),
                false));

    assertThat(run.at("/steps/0/state")).isEqualTo("failed");
    assertThat(run.at("/steps/0/error/code")).isEqualTo("mail.refused");
    assertThat(run.at("/steps/0/error/kind")).isEqualTo("outside");
    assertThat(run.at("/steps/0/effect/state")).isEqualTo("failed");
  }

  @Test
  void showsThatNobodyKnows() {
    Reply run = shown(settled(new StepOutcome.Unknown("No answer came."), false));

    assertThat(run.at("/steps/0/state")).isEqualTo("unknown");
    assertThat(run.at("/steps/0/reason")).isEqualTo("No answer came.");
    assertThat(run.at("/steps/0/effect/state")).isEqualTo("unknown");
  }

  @Test
  void showsACallUnderWay() {
    Reply run = shown(step(Optional.of(reservation(1)), Optional.empty(), Optional.empty()));

    assertThat(run.at("/steps/0/state")).isEqualTo("running");
    assertThat(run.at("/steps/0/effect/state")).isEqualTo("reserved");
    assertThat(run.at("/waitsFor")).isEqualTo("Waits for the answer to 'Send the mail'");
  }

  @Test
  void showsWhatAStepWaitsFor() {
    Awaiting awaiting =
        new Awaiting(NOW.plusSeconds(60), 1, INPUT, "Tries again after a refusal", false);

    Reply run = shown(step(Optional.of(reservation(1)), Optional.empty(), Optional.of(awaiting)));

    assertThat(run.at("/steps/0/state")).isEqualTo("waiting");
    assertThat(run.at("/steps/0/waits/due")).isEqualTo("2026-11-20T09:43:00Z");
    assertThat(run.at("/steps/0/waits/reason")).isEqualTo("Tries again after a refusal");
    assertThat(run.at("/waits/0/kind")).isEqualTo("retry");
    assertThat(run.at("/waits/0/step")).isEqualTo("mail");
    assertThat(run.at("/waits/0/words")).isEqualTo("Tries again after a refusal");
    assertThat(run.at("/waits/0/until")).isEqualTo("2026-11-20T09:43:00Z");
  }

  @Test
  void showsWhatEachEarlierAttemptOfAStepMet() {
    var _ = shown(settled(new StepOutcome.Completed(new Json("{}")), false));
    StepError error = new StepError("http.status", StepError.Kind.OUTSIDE, "It answered 503.");
    API.runs.past.put(
        new StepKey("mail"),
        List.of(
            new PastAttempt(
                1, NOW, Optional.of(NOW.plusSeconds(2)), Optional.of(error), Optional.of("Again")),
            new PastAttempt(
                2, NOW.plusSeconds(9), Optional.empty(), Optional.empty(), Optional.empty())));

    Reply past = API.get(VIEWER, "/v1/runs/" + id + "/steps/mail/attempts");

    assertThat(past.at("/items/0/attempt")).isEqualTo("1");
    assertThat(past.at("/items/0/sentAt")).isEqualTo("2026-11-20T09:42:00Z");
    assertThat(past.at("/items/0/endedAt")).isEqualTo("2026-11-20T09:42:02Z");
    assertThat(past.at("/items/0/error/message")).isEqualTo("It answered 503.");
    assertThat(past.at("/items/0/reason")).isEqualTo("Again");
    assertThat(past.at("/items/1/endedAt")).isEmpty();
    assertThat(past.at("/items/1/error")).isEmpty();
  }

  @Test
  void hasNoAttemptsOfARunThatIsNotThere() {
    Reply none = API.get(VIEWER, "/v1/runs/" + RunId.next() + "/steps/mail/attempts");

    assertThat(none.status()).isEqualTo(404);
  }

  @Test
  void showsTheRunWithItsOrders() {
    Reply run = shown(settled(new StepOutcome.Skipped("Not needed"), false));

    assertThat(run.at("/automation")).isEqualTo("Greet");
    assertThat(run.at("/state")).isEqualTo("needs_person");
    assertThat(run.at("/cancelling")).isEqualTo("true");
    assertThat(run.at("/concurrencyKey")).isEqualTo("deal/42");
    assertThat(run.at("/version")).hasSize(64);
    assertThat(run.at("/number")).isEqualTo("3");
    assertThat(run.at("/automationId")).isEqualTo(AUTOMATION.toString());
    assertThat(run.at("/parent/run")).isEqualTo(PARENT.toString());
    assertThat(run.at("/parent/step")).isEqualTo("greet");
    assertThat(run.at("/workflowId")).isEqualTo("run/" + id);
    assertThat(run.at("/orders/0/order")).isEqualTo("skip");
    assertThat(run.at("/orders/0/step")).isEqualTo("mail");
    assertThat(run.at("/orders/0/reason")).isEqualTo("Not needed");
    assertThat(run.json().at("/orders/0/carriedOutAt").isNull()).isTrue();
  }

  @Test
  void showsTheRunsAroundItAndWhatHasComeForItsSteps() {
    Reply run = shown(settled(new StepOutcome.Skipped("Not needed"), false));

    assertThat(run.at("/called/0/run")).isEqualTo(CALLED.toString());
    assertThat(run.at("/called/0/step")).isEqualTo("mail");
    assertThat(run.at("/called/0/state")).isEqualTo("running");
    assertThat(run.at("/reruns/0")).isEqualTo(CALLED.toString());
    assertThat(run.at("/letters/0/body")).isEqualTo("{\"paid\":true}");
    assertThat(run.at("/moreSteps")).isEqualTo("true");
  }

  @Test
  void pagesThroughTheTurnsOfALoop() {
    shown(settled(new StepOutcome.Skipped("Not needed"), false));

    Reply page = API.get(VIEWER, "/v1/runs/" + id + "/steps?under=each&after=41&limit=2");

    assertThat(page.at("/items/0/id")).isEqualTo("each.42.mail");
    assertThat(page.at("/items/0/progress/done")).isEqualTo("7");
    assertThat(page.at("/next")).isEqualTo("43");
  }

  @Test
  void pagesThroughTheStepsOutsideOfLoops() {
    shown(settled(new StepOutcome.Skipped("Not needed"), false));

    assertThat(API.get(VIEWER, "/v1/runs/" + id + "/steps").at("/items/0/id")).isEqualTo("mail");
    assertThat(API.get(VIEWER, "/v1/runs/" + id + "/steps?after=mail").at("/items"))
        .isEqualTo("[]");
  }

  @Test
  void saysWhatOfAPageItCannotRead() {
    shown(settled(new StepOutcome.Skipped("Not needed"), false));
    String steps = "/v1/runs/" + id + "/steps";

    assertThat(API.get(VIEWER, steps + "?under=each&after=mail").status()).isEqualTo(400);
    assertThat(API.get(VIEWER, steps + "?under=%00").status()).isEqualTo(400);
    assertThat(API.get(VIEWER, steps + "?after=%00").status()).isEqualTo(400);
    assertThat(API.get(VIEWER, steps + "?limit=0").status()).isEqualTo(400);
    assertThat(API.get(VIEWER, "/v1/runs/" + RunId.next() + "/steps").status()).isEqualTo(404);
  }

  @Test
  void listsRuns() {
    shown(settled(new StepOutcome.Skipped("Not needed"), false));

    Reply page = API.get(VIEWER, "/v1/runs?limit=1");

    assertThat(page.json().at("/items").size()).isEqualTo(1);
    assertThat(page.at("/items/0/reason")).isEqualTo("Somebody must say");
  }

  @Test
  void saysInAListWhereARunStandsThatStandsStill() {
    API.runs.add(SomeRun.of(RunId.next(), RunState.QUEUED));
    API.runs.add(SomeRun.of(RunId.next(), RunState.WAITING));

    Reply standing = API.get(VIEWER, "/v1/runs?state=waiting&limit=1");
    Reply queued = API.get(VIEWER, "/v1/runs?state=queued&limit=1");

    assertThat(standing.at("/items/0/stop/step")).isEqualTo("Mail");
    assertThat(standing.at("/items/0/stop/words")).isEqualTo("No answer came.");
    assertThat(standing.at("/items/0/stop/kind")).isEqualTo("person");
    assertThat(queued.json().at("/items/0/stop").isNull()).isTrue();
  }

  @Test
  void saysInAListWhichStepFailedWithWhatAndHowLongTheRunLasted() {
    API.runs.add(bare(id, RunState.FAILED));

    Reply page = API.get(VIEWER, "/v1/runs?state=failed&limit=1");

    assertThat(page.at("/items/0/failure/step")).isEqualTo("mail");
    assertThat(page.at("/items/0/failure/name")).isEqualTo("Send the mail");
    assertThat(page.at("/items/0/failure/message")).isEqualTo("Nobody is called so.");
    assertThat(page.at("/items/0/durationMs")).isEqualTo("1250");
  }

  @Test
  void goesOnWhereThePageBeforeEnded() {
    RunId older = RunId.next();
    API.runs.add(bare(id, RunState.PAUSED));
    API.runs.add(bare(older, RunState.PAUSED));

    Reply first = API.get(VIEWER, "/v1/runs?state=paused&limit=1");
    Reply last = API.get(VIEWER, "/v1/runs?state=paused&limit=1&before=" + first.at("/next"));

    assertThat(List.of(first.at("/items/0/id"), last.at("/items/0/id")))
        .containsExactlyInAnyOrder(id.toString(), older.toString());
    assertThat(last.json().at("/next").isNull()).isTrue();
    API.runs.runs.remove(id);
    API.runs.runs.remove(older);
  }

  @Test
  void readsAllFiltersFromTheAddress() {
    RunId run = RunId.next();
    EventId event = EventId.next();

    Reply reply =
        API.get(
            VIEWER,
            "/v1/runs?state=failed,waiting&automation=Greet&subject=deal/42&from=2026-11-20T00:00:00Z"
                + "&until=2026-11-21T00:00:00%2B01:00&q=no+route&event="
                + event
                + "&parent="
                + run
                + "&causedBy="
                + run
                + "&rerunOf="
                + run);

    assertThat(reply.status()).isEqualTo(200);
    assertThat(API.runs.asked.getLast())
        .isEqualTo(
            new Runs.Filter(
                Set.of(RunState.FAILED, RunState.WAITING),
                "Greet",
                "deal/42",
                Optional.of(Instant.parse("2026-11-20T00:00:00Z")),
                Optional.of(Instant.parse("2026-11-20T23:00:00Z")),
                new Runs.Kin(
                    Optional.of(event), Optional.of(run), Optional.of(run), Optional.of(run)),
                "no route"));
  }

  @Test
  void saysWhichFilterItCannotRead() {
    assertThat(API.get(VIEWER, "/v1/runs?state=broken").at("/detail"))
        .isEqualTo(
            "Expected 'state' as some of queued, running, waiting, needs_person, paused, finished,"
                + " failed, cancelled, but found 'broken'.");
    assertThat(API.get(VIEWER, "/v1/runs?parent=me").at("/detail"))
        .isEqualTo("Expected 'parent' as an id, but found 'me'.");
    assertThat(API.get(VIEWER, "/v1/runs?from=%2B99999999-01-01T00:00:00Z").status())
        .isEqualTo(400);
    assertThat(API.get(VIEWER, "/v1/runs?q=" + "x".repeat(201)).at("/detail"))
        .contains("at most 200 characters");
    assertThat(API.get(VIEWER, "/v1/runs?q=%00").status()).isEqualTo(400);
    assertThat(API.get(VIEWER, "/v1/runs?before=now").status()).isEqualTo(400);
  }

  @Test
  void countsWhatStandsWhere() {
    API.runs.add(bare(id, RunState.CANCELLED));

    Reply counts = API.get(VIEWER, "/v1/runs/counts?automation=Greet");

    assertThat(counts.json().at("/items"))
        .anySatisfy(count -> {
          assertThat(count.at("/state").asString()).isEqualTo("cancelled");
          assertThat(count.at("/runs").asInt()).isEqualTo(1);
          assertThat(count.at("/more").asBoolean()).isFalse();
        });
  }

  @Test
  void handsOutALargeValue() {
    API.runs.values.put("abc", new Json("{\"large\":\"é\"}"));

    assertThat(API.get(VIEWER, "/v1/values/abc").text()).isEqualTo("{\"large\":\"é\"}");
    assertThat(API.get(VIEWER, "/v1/values/abd").status()).isEqualTo(404);
  }

  @Test
  void givesEveryOrder() {
    assertThat(order("cancel", "{\"reason\": \"Wrong customer\"}").status()).isEqualTo(202);
    assertThat(order("pause", "").status()).isEqualTo(202);
    assertThat(order("resume", "{}").status()).isEqualTo(202);
    assertThat(order("retry", "").at("/order")).isEqualTo("retry");
    assertThat(order("steps/mail/skip", "{\"reason\": \"Done by hand\"}").status()).isEqualTo(202);

    assertThat(API.control.orders)
        .filteredOn(it -> it.run().run().equals(id))
        .extracting(ControlFake.Ordered::order)
        .containsExactly(
            new Order.Cancel(),
            new Order.Pause(),
            new Order.Resume(),
            new Order.RetryNow(),
            new Order.Skip(new StepKey("mail")));
    assertThat(API.control.orders)
        .anySatisfy(it -> {
          assertThat(it.run()).isEqualTo(new RunRef(AccountsFake.TENANT, id));
          assertThat(it.reason()).isEqualTo("Wrong customer");
          assertThat(it.actor()).startsWith("key/");
        });
  }

  @Test
  void wantsAReasonForSkipping() {
    Reply reply = order("steps/mail/skip", "{}");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/errors/0/path")).isEqualTo("reason");
    assertThat(API.control.orders).noneMatch(it -> it.run().run().equals(id));
  }

  @Test
  void saysWhyAnOrderCannotBeFollowed() {
    API.control.answers.put(id, new Answer.Refused("The run has ended already."));

    Reply reply = order("cancel", "");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.at("/detail")).isEqualTo("The run has ended already.");
  }

  @Test
  void knowsNoOtherRuns() {
    API.control.answers.put(id, new Answer.NoSuch());

    assertThat(order("cancel", "").status()).isEqualTo(404);
    assertThat(API.postJson(OPERATOR, "/v1/runs/nonsense/cancel", "").status()).isEqualTo(404);
    assertThat(API.get(OPERATOR, "/v1/runs/" + id).status()).isEqualTo(404);
  }

  @Test
  void letsAMemberGiveNoOrders() {
    Reply reply = API.postJson(MEMBER, "/v1/runs/" + id + "/cancel", "");

    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.at("/detail")).contains("admin, builder, operator");
  }

  private Reply order(String order, String body) {
    return API.postJson(OPERATOR, "/v1/runs/" + id + "/" + order, body);
  }

  private Reply shown(StepRecord step) {
    RunState state = step.settlement().isPresent() ? RunState.NEEDS_PERSON : stateOf(step);
    GivenOrder order =
        new GivenOrder(
            1,
            new Order.Skip(new StepKey("mail")),
            "person/1",
            "Not needed",
            NOW,
            Optional.empty());
    API.runs.add(
        new Run(
            summary(id, state, event()),
            List.of(step),
            true,
            List.of(order),
            List.of(new StepLetter(step.key(), new Json("{\"paid\":true}"), NOW)),
            new Run.Kin(
                List.of(new CalledRun(CALLED, step.key(), "Bill", RunState.RUNNING)),
                false,
                List.of(CALLED),
                Optional.empty())));
    return API.get(VIEWER, "/v1/runs/" + id);
  }

  private static Run bare(RunId id, RunState state) {
    return new Run(
        summary(id, state, event()), List.of(), false, List.of(), List.of(), Run.Kin.NONE);
  }

  private static EventSummary event() {
    return new EventSummary(EventId.next(), "crm.deal.won", "deal/42", "/crm", NOW);
  }

  private static RunSummary summary(RunId id, RunState state, EventSummary event) {
    return new RunSummary(
        id,
        new WalkedVersion(AUTOMATION, "Greet", new NumberedVersion(VersionId.of(INPUT), 3)),
        state,
        "Somebody must say",
        state == RunState.FAILED
            ? Optional.of(
                new FailedStep(new StepKey("mail"), "Send the mail", "Nobody is called so."))
            : Optional.empty(),
        "deal/42",
        !state.ended(),
        false,
        new RunOrigin(
            Optional.of(new ParentStep(PARENT, new StepKey("greet"))),
            Optional.of(PARENT),
            Optional.empty()),
        event,
        NOW,
        Optional.of(NOW),
        state.ended() ? Optional.of(NOW.plusMillis(1_250)) : Optional.empty());
  }

  private static RunState stateOf(StepRecord step) {
    return step.awaiting().isPresent() ? RunState.WAITING : RunState.RUNNING;
  }

  private static StepRecord settled(StepOutcome outcome, boolean late) {
    Settlement settlement = new Settlement(outcome, 2, INPUT, late, NOW.plusSeconds(5));
    return step(Optional.of(reservation(2)), Optional.of(settlement), Optional.empty());
  }

  private static StepRecord step(
      Optional<Reservation> reservation,
      Optional<Settlement> settlement,
      Optional<Awaiting> awaiting) {
    return new StepRecord(
        new StepKey("mail"),
        new StepLabel("Send the mail", "mail.send"),
        NOW,
        reservation,
        settlement,
        awaiting,
        Optional.empty());
  }

  private static Reservation reservation(int attempt) {
    return new Reservation(EffectClass.ONCE, INPUT, attempt, NOW, NOW.plusSeconds(30));
  }
}
