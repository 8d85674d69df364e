package dev.pilothouse.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Awaited.Kind;
import dev.pilothouse.model.StepRecord.Awaiting;
import dev.pilothouse.model.StepRecord.Reservation;
import dev.pilothouse.model.StepRecord.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RunTest {
  private static final Instant NOW = Instant.parse("2026-11-20T09:42:00Z");
  private static final RunId OTHER = RunId.next();

  @Test
  void waitsForAllThatItsBranchesWaitFor() {
    Run run =
        run(
            RunState.WAITING,
            waiting("nap", "wait", Json.NULL, "Waits until noon"),
            waiting("paid", "wait", new Json("{}"), "Waits for the event invoice.paid"),
            waiting("bill", "call", new Json("{}"), "Waits for the run"),
            waiting("mail", "mail.send", new Json("{}"), "Tries 'mail' again"));

    assertThat(run.awaited())
        .extracting(Awaited::kind)
        .containsExactly(Kind.TIME, Kind.EVENT, Kind.RUN, Kind.RETRY);
    assertThat(run.awaited().get(2).run()).contains(OTHER);
    assertThat(run.awaited()).allMatch(it -> it.until().equals(Optional.of(NOW)));
    assertThat(run.waitsFor())
        .isEqualTo(
            "Waits until noon. Waits for the event invoice.paid. Waits for the run. Tries 'mail'"
                + " again");
  }

  @Test
  void waitsForAnAnswerInOneBranchAndForATimeInAnother() {
    Run run =
        run(
            RunState.RUNNING,
            step("mail", "mail.send", Optional.of(sent()), Optional.empty(), Optional.empty()),
            waiting("nap", "wait", Json.NULL, "Waits until noon"));

    assertThat(run.waitsFor()).isEqualTo("Waits for the answer to 'mail'. Waits until noon");
  }

  @Test
  void waitsForAPersonWhereNobodyElseKnows() {
    Settlement unknown =
        new Settlement(new StepOutcome.Unknown("No answer came."), 1, Json.NULL, false, NOW);
    Run run =
        run(
            RunState.NEEDS_PERSON,
            step("mail", "mail.send", Optional.of(sent()), Optional.of(unknown), Optional.empty()),
            waiting("nap", "wait", Json.NULL, "Waits until noon"));

    assertThat(run.awaited()).extracting(Awaited::kind).containsExactly(Kind.PERSON, Kind.TIME);
    assertThat(run.waitsFor())
        .isEqualTo("Waits for a person's word: did 'mail' happen or not? Waits until noon");
  }

  @Test
  void waitsForTheRunThatGoesFirst() {
    Run behind =
        new Run(
            summary(RunState.QUEUED),
            List.of(),
            false,
            List.of(),
            List.of(),
            new Run.Kin(List.of(), false, List.of(), Optional.of(OTHER)));

    assertThat(behind.awaited().getFirst().kind()).isEqualTo(Kind.TURN);
    assertThat(behind.awaited().getFirst().run()).contains(OTHER);
    assertThat(behind.waitsFor())
        .isEqualTo("Waits for the run " + OTHER + " to end, which goes first for 'deal/42'");
    assertThat(run(RunState.QUEUED).waitsFor()).isEqualTo("Waits for a worker to take it");
  }

  @Test
  void saysInAWordThatThereIsMuchMoreToWaitFor() {
    StepRecord[] naps =
        IntStream.range(0, 8)
            .mapToObj(n -> waiting("nap-" + n, "wait", Json.NULL, "Waits until " + n))
            .toArray(StepRecord[]::new);

    assertThat(run(RunState.WAITING, naps).waitsFor())
        .isEqualTo(
            IntStream.range(0, 5)
                    .mapToObj(n -> "Waits until " + n)
                    .collect(Collectors.joining(". "))
                + ". And 3 more");
  }

  @Test
  void waitsForNothingOnceItHasEnded() {
    assertThat(run(RunState.FINISHED).awaited()).isEmpty();
    assertThat(run(RunState.CANCELLED).waitsFor()).isEmpty();
    assertThat(run(RunState.PAUSED).awaited())
        .extracting(Awaited::kind)
        .containsExactly(Kind.RESUME);
  }

  private static Run run(RunState state, StepRecord... steps) {
    Run.Kin kin =
        new Run.Kin(
            List.of(new CalledRun(OTHER, new StepKey("bill"), "Bill", RunState.RUNNING)),
            false,
            List.of(),
            Optional.empty());
    return new Run(summary(state), List.of(steps), false, List.of(), List.of(), kin);
  }

  private static RunSummary summary(RunState state) {
    return new RunSummary(
        RunId.next(),
        new WalkedVersion(
            AutomationId.next(), "Greet", new NumberedVersion(VersionId.of(Json.NULL), 1)),
        state,
        "",
        Optional.empty(),
        "deal/42",
        false,
        false,
        RunOrigin.OUTSIDE,
        new EventSummary(EventId.next(), "crm.deal.won", "deal/42", "/crm", NOW),
        NOW,
        Optional.of(NOW),
        Optional.empty());
  }

  private static StepRecord waiting(String key, String kind, Json input, String reason) {
    return step(
        key,
        kind,
        Optional.empty(),
        Optional.empty(),
        Optional.of(new Awaiting(NOW, 1, input, reason, false)));
  }

  private static Reservation sent() {
    return new Reservation(EffectClass.ONCE, Json.NULL, 1, NOW, NOW);
  }

  private static StepRecord step(
      String key,
      String kind,
      Optional<Reservation> reservation,
      Optional<Settlement> settlement,
      Optional<Awaiting> awaiting) {
    return new StepRecord(
        new StepKey(key),
        new StepLabel(key, kind),
        NOW,
        reservation,
        settlement,
        awaiting,
        Optional.empty());
  }
}
