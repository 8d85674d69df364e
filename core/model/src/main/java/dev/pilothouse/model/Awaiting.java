package dev.pilothouse.model;

import dev.pilothouse.model.Awaited.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Works out what a run waits for.
record Awaiting(Run run) {
  List<Awaited> all() {
    RunSummary summary = run.summary();
    return switch (summary.state()) {
      case QUEUED -> List.of(queued());
      case RUNNING -> orElse(ofSteps(), Kind.ANSWER, "Waits for its step under way to end");
      case WAITING -> orElse(ofSteps(), Kind.TIME, "Waits for a time to come");
      case NEEDS_PERSON -> orElse(ofSteps(), Kind.PERSON, "Waits for a person's word");
      case PAUSED ->
          List.of(Awaited.byRun(Kind.RESUME, "Paused by a person, until somebody resumes it"));
      case FINISHED, FAILED, CANCELLED -> List.of();
    };
  }

  private static List<Awaited> orElse(List<Awaited> found, Kind kind, String words) {
    return found.isEmpty() ? List.of(Awaited.byRun(kind, words)) : found;
  }

  private Awaited queued() {
    return run.kin()
        .before()
        .map(before ->
            new Awaited(
                Kind.TURN,
                Optional.empty(),
                "Waits for the run "
                    + before
                    + " to end, which goes first for '"
                    + run.summary().concurrencyKey()
                    + "'",
                Optional.empty(),
                Optional.of(before)))
        .orElseGet(() -> Awaited.byRun(Kind.WORKER, "Waits for a worker to take it"));
  }

  private List<Awaited> ofSteps() {
    return run.steps().stream().flatMap(this::of).toList();
  }

  private Stream<Awaited> of(StepRecord step) {
    if (step.outcome().orElse(null) instanceof StepOutcome.Unknown) {
      return Stream.of(byStep(step, Kind.PERSON, Awaited.personsWord(step.label().name())));
    }
    if (step.inDoubt()) {
      return Stream.of(
          byStep(step, Kind.ANSWER, "Waits for the answer to '" + step.label().name() + "'"));
    }
    return step.waitsNow().map(waits -> waiting(step, waits)).stream();
  }

  private static Awaited byStep(StepRecord step, Kind kind, String words) {
    return new Awaited(kind, Optional.of(step.key()), words, Optional.empty(), Optional.empty());
  }

  private Awaited waiting(StepRecord step, StepRecord.Awaiting waits) {
    Kind kind = Kind.of(step.label().kind(), !waits.input().equals(Json.NULL));
    Optional<Instant> until = Optional.of(waits.due());
    return new Awaited(kind, Optional.of(step.key()), waits.reason(), until, called(step, kind));
  }

  private Optional<RunId> called(StepRecord step, Kind kind) {
    return run.kin().called().stream()
        .filter(called -> kind == Kind.RUN && called.step().equals(step.key()))
        .map(CalledRun::run)
        .findFirst();
  }
}
