package dev.pilothouse.builderapi;

import static dev.pilothouse.builderapi.RerunsFake.SECOND;
import static dev.pilothouse.builderapi.RerunsFake.THIRD;
import static dev.pilothouse.builderapi.RerunsFake.born;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NumberedVersion;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.WalkedVersion;
import dev.pilothouse.spi.Reruns.Answer;
import dev.pilothouse.spi.Reruns.Request;
import dev.pilothouse.spi.Reruns.What;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class RerunApiTest {
  private static final ApiServer API = new ApiServer();
  private static final Draft CHAIN =
      Draft.of(
          new Json(
              """
              {"name": "Greet", "on": [{"event": "crm.deal.won"}], "steps": [
                {"id": "first", "do": "transform"},
                {"id": "each", "for_each": "event.data.items", "steps": [{"id": "mail", "do": "mail.send"}]},
                {"id": "last", "do": "transform"}]}\
              """));

  private final RunId id = RunId.next();

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void doesAllOfItAgainWithTheVersionInForce() {
    ended();

    Reply reply = rerun("", "{\"reason\": \"The mail server was down\"}");

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.header("Location")).isEqualTo("/v1/runs/" + reply.at("/run"));
    assertThat(reply.at("/rerunOf")).isEqualTo(id.toString());
    assertThat(reply.at("/number")).isEqualTo("3");
    assertThat(reply.at("/words"))
        .isEqualTo(
            "A run for the event crm.deal.won about deal/42 with version 3 of 'Greet', which is in"
                + " force now; the earlier run walked version 2. All its steps are done anew, with"
                + " effects of their own.");
    assertThat(asked())
        .isEqualTo(
            new Request(
                new What.AllInForce(), actor(), "The mail server was down", Optional.empty()));
  }

  @Test
  void doesAllOfItAgainWithTheVersionOfBefore() {
    ended();
    API.reruns.answers.put(id, born(SECOND, 0, false));

    Reply reply = rerun("?version=same", "");

    assertThat(reply.at("/words"))
        .contains("with version 2 of 'Greet', which the earlier run walked; version 3 is in force");
    assertThat(asked().what()).isEqualTo(new What.AllAsBefore());
  }

  @Test
  void doesItAgainFromAStepOn() {
    ended();
    API.reruns.answers.put(id, born(SECOND, 2, false));

    Reply reply = rerun("?from=last", "");

    assertThat(asked().what())
        .isEqualTo(
            new What.From(
                new StepKey("last"),
                Set.of(new StepKey("first"), new StepKey("each"), new StepKey("mail"))));
    assertThat(reply.at("/from")).isEqualTo("last");
    assertThat(reply.at("/kept")).isEqualTo("2");
    assertThat(reply.at("/words"))
        .endsWith(
            "2 outcomes are kept from before 'last'; it and what comes after are done anew, with"
                + " effects of their own.");
  }

  @Test
  void refusesToBeginWithinALoopAndWithWhatIsNoStep() {
    ended();

    assertThat(rerun("?from=mail", "").status()).isEqualTo(409);
    assertThat(rerun("?from=each.3.mail", "").at("/detail")).contains("Begin with 'each'.");
    assertThat(rerun("?from=frist", "").at("/detail")).contains("Did you mean 'first'?");
  }

  @Test
  void keepsNothingForAnotherVersion() {
    ended();

    Reply reply = rerun("?from=last&version=now", "");

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).startsWith("Expected no 'version' beside 'from'");
    assertThat(rerun("?version=newest", "").at("/detail")).contains("found 'newest'");
  }

  @Test
  void makesOneRunOfTheSameRequestSentTwice() {
    ended();
    API.reruns.answers.put(id, born(THIRD, 0, true));

    Reply reply =
        API.send(
            API.as(OPERATOR, path(""))
                .header("Idempotency-Key", "7")
                .POST(BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.at("/repeated")).isEqualTo("true");
    assertThat(reply.at("/words")).startsWith("Asked for before by the same key");
    assertThat(asked().key()).contains("7");
  }

  @Test
  void takesNoRequestForAnother() {
    ended();
    RunId other = RunId.next();
    API.reruns.answers.put(id, new Answer.OtherRequest(other));

    Reply reply = rerun("", "");

    assertThat(reply.status()).isEqualTo(422);
    assertThat(reply.at("/detail")).contains(other.toString());
  }

  @Test
  void refusesAKeyThatIsTooLong() {
    ended();

    Reply reply =
        API.send(
            API.as(OPERATOR, path(""))
                .header("Idempotency-Key", "x".repeat(256))
                .POST(BodyPublishers.noBody()));

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.at("/detail")).startsWith("Expected 'Idempotency-Key' as 1 to 255");
  }

  @Test
  void saysWhyItCannotBeDoneAgain() {
    ended();
    API.reruns.answers.put(id, new Answer.Refused("The automation is paused."));

    Reply reply = rerun("", "");

    assertThat(reply.status()).isEqualTo(409);
    assertThat(reply.at("/detail")).isEqualTo("The automation is paused.");
  }

  @Test
  void knowsNoOtherRuns() {
    assertThat(rerun("", "").status()).isEqualTo(404);
  }

  @Test
  void needsTheRightToTakeTheWheel() {
    ended();

    assertThat(API.postJson(VIEWER, path(""), "").status()).isEqualTo(403);
  }

  /// A run that ended, of a version that there is.
  private void ended() {
    AutomationId automation = automation();
    NumberedVersion version = API.automations.keep(automation, CHAIN, "", "test");
    API.runs.add(SomeRun.of(id, RunState.FAILED, new WalkedVersion(automation, "Greet", version)));
  }

  private static AutomationId automation() {
    return API.automations
        .create(AccountsFake.TENANT, "Greet " + RunId.next(), CHAIN, "test")
        .orElseThrow();
  }

  private Reply rerun(String query, String body) {
    return API.postJson(OPERATOR, path(query), body);
  }

  private String path(String query) {
    return "/v1/runs/" + id + "/rerun" + query;
  }

  private static Request asked() {
    return API.reruns.asked.getLast().request();
  }

  private static String actor() {
    assertThat(asked().actor()).startsWith("key/");
    return asked().actor();
  }
}
