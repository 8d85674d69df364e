package dev.pilothouse.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The judge must find each kind of fault, else its silence means nothing.
class EffectProofTest {
  private final Visits visits = new Visits();

  @Test
  void onceThatArrivedOnceAndCompletedIsFine() {
    arrive("once", "", 200, true);
    assertThat(judged(http("once", "completed"))).isEqualTo("lost 0, doubled 0, stuck 0");
  }

  @Test
  void onceWithoutAnAnswerMayBeUnknownButNotFailed() {
    arrive("once", "", Visits.NO_ANSWER, false);
    assertThat(judged(http("once", "unknown"))).isEqualTo("lost 0, doubled 0, stuck 0");
    assertThat(judged(http("once", "failed"))).isEqualTo("lost 1, doubled 0, stuck 0");
  }

  @Test
  void onceThatArrivedTwiceIsDoubledAlsoWhenItActedOnce() {
    arrive("once", "", Visits.NO_ANSWER, false);
    arrive("once", "", 200, true);
    assertThat(judged(http("once", "completed"))).isEqualTo("lost 0, doubled 1, stuck 0");
  }

  @Test
  void onceThatWasToldLaterMayArriveAgain() {
    arrive("once", "", 429, false);
    arrive("once", "", 200, true);
    assertThat(judged(http("once", "completed"))).isEqualTo("lost 0, doubled 0, stuck 0");
  }

  @Test
  void onceThatArrivedAndOfWhichTheLedgerSaysNothingIsLost() {
    arrive("once", "", 200, true);
    assertThat(judged(http("once", ""))).isEqualTo("lost 1, doubled 0, stuck 0");
  }

  @Test
  void completedThatNeverActedIsLost() {
    assertThat(judged(http("keyed", "completed"))).isEqualTo("lost 1, doubled 0, stuck 0");
  }

  @Test
  void keyedWithTwoKeysIsDoubledAndWithOneIsNot() {
    arrive("keyed", "one", 200, true);
    arrive("keyed", "one", 200, true);
    assertThat(judged(http("keyed", "completed"))).isEqualTo("lost 0, doubled 0, stuck 0");
    arrive("keyed", "two", 200, true);
    assertThat(judged(http("keyed", "completed"))).isEqualTo("lost 0, doubled 1, stuck 0");
  }

  @Test
  void transactionalStandsInOurRecordsExactlyAsOftenAsItCompleted() {
    assertThat(judged(task("completed"), 1)).isEqualTo("lost 0, doubled 0, stuck 0");
    assertThat(judged(task("completed"), 2)).isEqualTo("lost 0, doubled 1, stuck 0");
    assertThat(judged(task("completed"), 0)).isEqualTo("lost 1, doubled 0, stuck 0");
    assertThat(judged(task("failed"), 1)).isEqualTo("lost 0, doubled 1, stuck 0");
  }

  @Test
  void whatArrivedWithoutAReservationIsLost() {
    arrive("once", "", 200, true);
    Findings findings = new Findings();
    new EffectProof(List.of(), seen(0), findings).checkThatAllAreKnown();
    assertThat(findings.counts()).isEqualTo("lost 1, doubled 0, stuck 0");
  }

  private void arrive(String effectClass, String key, int answer, boolean acted) {
    Call call =
        new Call("POST", effectClass, "step/event", Optional.of(key).filter(it -> !it.isEmpty()));
    visits.arrived(call, answer);
    if (acted) {
      visits.act(call);
    }
  }

  private static Effect http(String effectClass, String result) {
    return new Effect(
        "run", "step/event", "event", "http.request", effectClass, true, 1, result, false);
  }

  private static Effect task(String result) {
    return new Effect(
        "run", "task/event", "event", "task.create", "transactional", false, 1, result, false);
  }

  private String judged(Effect effect) {
    return judged(effect, 0);
  }

  private String judged(Effect effect, int tasks) {
    Findings findings = new Findings();
    new EffectProof(List.of(effect), seen(tasks), findings).check();
    return findings.counts();
  }

  private Seen seen(int tasks) {
    return new Seen(visits, Map.of(), Map.of(), Map.of("event", tasks), Map.of());
  }
}
