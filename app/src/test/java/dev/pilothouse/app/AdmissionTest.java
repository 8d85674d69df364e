package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Which events start a run at all, and when, seen from outside alone.
class AdmissionTest {
  private static final String TRIGGER = "\"event\": \"%s\"";
  private static final String AT_ONCE =
      "{\"id\": \"copy\", \"do\": \"transform\", \"with\": {\"n\": 1}}";
  private static final String AN_HOUR = "{\"id\": \"nap\", \"wait\": \"1h\"}";

  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private final Admin admin = new Admin(house);

  @Test
  void startsOneRunForAllEventsThatAreAlike() {
    String type =
        publish("\"dedupe\": {\"key\": \"${event.data.order}\", \"window\": \"1h\"}", AT_ONCE);

    assertThat(admin.send(type, "", "{\"order\": 7}")).hasSize(1);
    assertThat(admin.send(type, "", "{\"order\": 7}")).isEmpty();
    assertThat(admin.send(type, "", "{\"order\": 8}")).hasSize(1);
  }

  @Test
  void startsNoMoreThanTheThrottleLets() {
    String type =
        publish(
            "\"throttle\": {\"limit\": 2, \"per\": \"1h\", \"key\": \"${event.subject}\"}",
            AT_ONCE);

    assertThat(
            List.of(
                admin.send(type, "a", "{}").size(),
                admin.send(type, "a", "{}").size(),
                admin.send(type, "a", "{}").size(),
                admin.send(type, "b", "{}").size()))
        .containsExactly(1, 1, 0, 1);
  }

  @Test
  void skipsWhatComesWhileAnotherIsUnderWay() {
    String type = publish(concurrency("skip"), AN_HOUR);
    String first = admin.send(type, "deal/1", "{}").getFirst();

    assertThat(admin.send(type, "deal/1", "{}")).isEmpty();
    assertThat(admin.send(type, "deal/2", "{}")).hasSize(1);

    cancel(first);
    assertThat(admin.send(type, "deal/1", "{}")).hasSize(1);
  }

  @Test
  void replacesTheRunThatIsUnderWay() {
    String type = publish(concurrency("replace"), AN_HOUR);
    String first = admin.send(type, "deal/1", "{}").getFirst();
    admin.awaitState(first, "waiting");

    String second = admin.send(type, "deal/1", "{}").getFirst();

    assertThat(admin.awaitState(first, "cancelled").path("reason").asString()).isNotEmpty();
    admin.awaitState(second, "waiting");
  }

  @Test
  void letsRunsOfOneKeyTakeTheirTurnInTheOrderOfTheirEvents() {
    String type = publish(concurrency("queue"), AN_HOUR);
    String first = admin.send(type, "deal/1", "{}").getFirst();
    String second = admin.send(type, "deal/1", "{}").getFirst();
    String third = admin.send(type, "deal/1", "{}").getFirst();
    admin.awaitState(first, "waiting");
    assertThat(List.of(state(second), state(third))).containsOnly("queued");

    cancel(first);

    admin.awaitState(second, "waiting");
    assertThat(state(third)).isEqualTo("queued");
  }

  @Test
  void endsALoopOfAutomationsThatCauseThemselves() {
    String type =
        admin.publish(
            TRIGGER,
            "",
            "{\"id\": \"again\", \"do\": \"journal.emit\","
                + " \"with\": {\"type\": \"${event.type}\", \"subject\": \"${event.subject}\"}}");

    admin.sendOne(type);

    Wait.until(
        "the loop was cut", Duration.ofMinutes(2), () -> admin.runsOf(type).size() == DEEPEST);
    Wait.until(
        "all of them have ended",
        Duration.ofMinutes(2),
        () ->
            admin.runsOf(type).stream()
                .allMatch(run -> run.path("state").asString().equals("finished")));
    assertThat(admin.runsOf(type)).hasSize(DEEPEST);
  }

  /// Runs that may stand one behind the other.
  private static final int DEEPEST = 8;

  private String publish(String admission, String steps) {
    return admin.publish(TRIGGER, admission + ",", steps);
  }

  private static String concurrency(String mode) {
    return "\"concurrency\": {\"key\": \"${event.subject}\", \"mode\": \"" + mode + "\"}";
  }

  private void cancel(String run) {
    admin.post("/v1/runs/" + run + "/cancel", "{}");
    admin.awaitState(run, "cancelled");
  }

  private String state(String run) {
    return admin.run(run).path("state").asString();
  }
}
