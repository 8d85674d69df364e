package dev.pilothouse.builderapi;

import static dev.pilothouse.model.Role.BUILDER;
import static dev.pilothouse.model.Role.MEMBER;
import static dev.pilothouse.model.Role.OPERATOR;
import static dev.pilothouse.model.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.spi.Handover.Answer;
import dev.pilothouse.spi.Handover.By;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartApiTest {
  private static final ApiServer API = new ApiServer();

  private final MadeAutomation made = MadeAutomation.in(API).publishing("Hello");
  private final String runs = made.path() + "/runs";

  @BeforeEach
  void reset() {
    API.handover.answer = new Answer.Fits();
    API.intake.verdict = Kind.FIRED;
  }

  @AfterAll
  static void close() {
    API.close();
  }

  @Test
  void startsARunForAProgram() {
    Reply started = API.postJson(MEMBER, runs, "{\"input\": {\"customer\": \"Ada\", \"n\": 1.50}}");

    assertThat(started.status()).isEqualTo(202);
    assertThat(started.at("/verdict")).isEqualTo("fired");
    assertThat(started.header("Location")).isEqualTo("/v1/runs/" + started.at("/run"));
    assertThat(API.handover.asked).last().isEqualTo(new By.Program());
    JournalEntry entry = API.journal.entries.getLast();
    assertThat(entry.entry().id()).hasToString(started.at("/event"));
    assertThat(entry.entry().event().type()).isEqualTo("automation.requested");
    assertThat(entry.entry().event().data().toString())
        .contains("{\"customer\":\"Ada\",\"n\":1.50}");
    assertThat(entry.entry().to().orElseThrow().automation()).hasToString(made.id());
  }

  @Test
  void startsARunForThePersonWhoPressesTheButton() {
    Reply started =
        API.send(
            API.asPerson(runs)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"trigger\": \"By hand\"}")));

    assertThat(started.status()).isEqualTo(202);
    assertThat(API.handover.asked).last().isEqualTo(new By.Person("By hand"));
  }

  @Test
  void needsNoInput() {
    assertThat(API.postJson(MEMBER, runs, "").status()).isEqualTo(202);
  }

  @Test
  void startsNothingTwiceForTheSameKey() {
    Reply first = start(MEMBER, "1", "{\"input\": {\"a\": 1, \"b\": 2.0}}");
    API.handover.answer = new Answer.NotSo("It has changed since.");

    Reply again = start(MEMBER, "1", "{\"input\": {\"b\": 2.00, \"a\": 1}}");

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.at("/run")).isEqualTo(first.at("/run"));
    assertThat(again.at("/duplicate")).isEqualTo("true");
  }

  @Test
  void takesTheSameKeyOfAnotherCallerForAnother() {
    assertThat(start(MEMBER, "2", "{}").at("/run"))
        .isNotEqualTo(start(BUILDER, "2", "{}").at("/run"));
  }

  @Test
  void refusesAKeyThatStandsForAnotherInput() {
    start(MEMBER, "3", "{\"input\": {\"a\": 1}}");

    Reply refused = start(MEMBER, "3", "{\"input\": {\"a\": 2}}");

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.at("/detail")).contains("another input");
  }

  @Test
  void namesEveryPlaceThatDoesNotFit() {
    API.handover.answer =
        new Answer.Unfit(
            List.of(new Misfit("input.n", "Expected a number at 'input.n', but found a text.")));

    Reply refused = API.postJson(MEMBER, runs, "{\"input\": {\"n\": \"one\"}}");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.at("/errors/0/path")).isEqualTo("input.n");
  }

  @Test
  void saysWhyItCannotBeStarted() {
    API.handover.answer = new Answer.NotSo("It has no 'api' trigger.");
    assertConflict(made, "It has no 'api' trigger.");

    assertConflict(MadeAutomation.in(API), "was never published");

    var _ = made.post("/pause", "{\"reason\": \"Wait\"}");
    assertConflict(made, "is paused");

    var _ = made.post("/archive", "{}");
    assertConflict(made, "is archived");
  }

  @Test
  void saysWhatTheAutomationMadeOfIt() {
    API.intake.verdict = Kind.THROTTLED;

    Reply refused = API.postJson(MEMBER, runs, "{}");

    assertThat(refused.status()).isEqualTo(202);
    assertThat(refused.json().path("run").isNull()).isTrue();
    assertThat(refused.at("/verdict")).isEqualTo("throttled");
    assertThat(refused.at("/reason")).isEqualTo("Said so.");
  }

  @Test
  void saysThatItWasPausedInThatMoment() {
    API.intake.verdict = Kind.PAUSED;

    Reply refused = API.postJson(MEMBER, runs, "{}");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/detail")).contains("paused or archived in this moment");
  }

  @Test
  void refusesWhatIsNoRequest() {
    assertThat(API.postJson(MEMBER, runs, "[").status()).isEqualTo(400);
    assertThat(API.postJson(MEMBER, runs, "[]").status()).isEqualTo(400);
    assertThat(API.postJson(MEMBER, runs, "{\"input\": 1, \"trigger\": 2}").at("/errors"))
        .contains("\"input\"", "\"trigger\"");
    assertThat(API.postJson(MEMBER, runs, "{\"customer\": \"Ada\"}").at("/errors/0/hint"))
        .contains("within 'input'");
    assertThat(API.postJson(MEMBER, runs, "{\"input\": {\"a\": \"\\u0000\"}}").at("/errors/0/path"))
        .isEqualTo("input.a");
    assertThat(start(MEMBER, "a b", "{}").at("/detail")).contains("'Idempotency-Key'");
    assertThat(
            API.postJson(MEMBER, runs, "{\"input\": {\"a\": \"" + "x".repeat(70_000) + "\"}}")
                .status())
        .isEqualTo(413);
  }

  @Test
  void needsTheRightAndAnAutomation() {
    assertThat(API.postJson(VIEWER, runs, "{}").status()).isEqualTo(403);
    assertThat(API.postJson(OPERATOR, runs, "{}").status()).isEqualTo(202);
    assertThat(API.postJson(MEMBER, MadeAutomation.AUTOMATIONS + "/x/runs", "{}").status())
        .isEqualTo(404);
  }

  private void assertConflict(MadeAutomation automation, String says) {
    Reply refused = API.postJson(MEMBER, automation.path() + "/runs", "{}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.at("/detail")).contains(says);
  }

  private Reply start(Role role, String key, String body) {
    HttpRequest.Builder request =
        API.as(role, runs)
            .header("Content-Type", "application/json")
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofString(body));
    return API.send(request);
  }
}
