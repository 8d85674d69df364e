package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.EventSummary;
import dev.pilothouse.model.GivenOrder;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.StepRecord.Awaiting;
import dev.pilothouse.model.StepRecord.Reservation;
import dev.pilothouse.model.StepRecord.Settlement;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Control.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RunsApiTest {
  private static final ApiServer API = new ApiServer();
  private static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");
  private static final Json INPUT = new Json("{\"to\":\"a@example.com\"}");

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
    Awaiting awaiting = new Awaiting(NOW.plusSeconds(60), 1, "Tries again after a refusal", false);

    Reply run = shown(step(Optional.of(reservation(1)), Optional.empty(), Optional.of(awaiting)));

    assertThat(run.at("/steps/0/state")).isEqualTo("waiting");
    assertThat(run.at("/steps/0/waits/due")).isEqualTo("2026-11-20T09:43:00Z");
    assertThat(run.at("/steps/0/waits/reason")).isEqualTo("Tries again after a refusal");
  }

  @Test
  void showsTheRunWithItsOrders() {
    Reply run = shown(settled(new StepOutcome.Skipped("Not needed"), false));

    assertThat(run.at("/automation")).isEqualTo("Greet");
    assertThat(run.at("/state")).isEqualTo("needs_person");
    assertThat(run.at("/cancelling")).isEqualTo("true");
    assertThat(run.at("/concurrencyKey")).isEqualTo("deal/42");
    assertThat(run.at("/version")).hasSize(64);
    assertThat(run.at("/workflowId")).isEqualTo("run/" + id);
    assertThat(run.at("/orders/0/order")).isEqualTo("skip");
    assertThat(run.at("/orders/0/step")).isEqualTo("mail");
    assertThat(run.at("/orders/0/reason")).isEqualTo("Not needed");
    assertThat(run.json().at("/orders/0/carriedOutAt").isNull()).isTrue();
  }

  @Test
  void listsRuns() {
    shown(settled(new StepOutcome.Skipped("Not needed"), false));

    Reply page = API.get(VIEWER, "/v1/runs?limit=1");

    assertThat(page.json().at("/items").size()).isEqualTo(1);
    assertThat(page.at("/items/0/reason")).isEqualTo("Somebody must say");
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
    EventSummary event = new EventSummary(EventId.next(), "crm.deal.won", "deal/42", "/crm", NOW);
    RunSummary summary =
        new RunSummary(
            id,
            "Greet",
            step.settlement().isPresent() ? RunState.NEEDS_PERSON : stateOf(step),
            "Somebody must say",
            "deal/42",
            true,
            event,
            NOW,
            Optional.of(NOW),
            Optional.empty());
    GivenOrder order =
        new GivenOrder(
            1,
            new Order.Skip(new StepKey("mail")),
            "person/1",
            "Not needed",
            NOW,
            Optional.empty());
    API.runs.add(
        new Run(summary, AutomationId.next(), VersionId.of(INPUT), List.of(step), List.of(order)));
    return API.get(VIEWER, "/v1/runs/" + id);
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
        awaiting);
  }

  private static Reservation reservation(int attempt) {
    return new Reservation(EffectClass.ONCE, INPUT, attempt, NOW, NOW.plusSeconds(30));
  }
}
