package dev.pilothouse.chain;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepLabel;
import dev.pilothouse.model.StepOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// What a chain would do for an event.
///
/// @param parts the steps in the order in which they would be done
/// @param <P> what was shown of a step
public record Rehearsed<P>(List<Part<P>> parts, Ending ending) {
  public Rehearsed {
    parts = List.copyOf(parts);
  }

  /// @param assumed the outcome was not worked out as a run would
  /// @param shown what the step would do outside of the chain; empty where it would do nothing
  ///   there
  /// @param lasts how long a run would wait here
  /// @param forks the ways that go on from here, taken or not
  public record Part<P>(
      StepKey key,
      StepLabel label,
      Json input,
      StepOutcome outcome,
      boolean assumed,
      Optional<P> shown,
      Optional<Duration> lasts,
      List<Fork> forks) {
    public Part {
      forks = List.copyOf(forks);
    }
  }

  /// What a stage makes of a step.
  ///
  /// @param lasts how long a run may wait for it
  public record Played<P>(
      StepOutcome outcome, boolean assumed, P shown, Optional<Duration> lasts) {}

  /// @param why it was taken or not, for people
  /// @param steps that stand there at the top
  public record Fork(String name, boolean taken, String why, List<StepKey> steps) {
    public Fork {
      steps = List.copyOf(steps);
    }

    /// @param why what the condition said, of a step that has one
    /// @param output what the step decided
    static List<Fork> of(Step step, String why, Json output) {
      JsonNode decided = JsonText.parse(output);
      return switch (step) {
        case Step.If fork -> {
          boolean then = decided.path("branch").asString("").equals("then");
          yield List.of(
              fork("then", then, why, fork.then()), fork("else", !then, why, fork.otherwise()));
        }
        case Step.Switch fork -> ofSwitch(fork, decided);
        case Step.Do _,
            Step.ForEach _,
            Step.Parallel _,
            Step.Set _,
            Step.Wait _,
            Step.Call _,
            Step.Stop _ ->
            List.of();
      };
    }

    private static List<Fork> ofSwitch(Step.Switch fork, JsonNode decided) {
      String taken = decided.path("case").asString("");
      String why =
          CelMistakes.quoted(fork.value().text())
              + " gave '"
              + Shown.shortened(decided.path("value").asString(""))
              + "'"
              + (decided.path("case").isNull() ? ", which is none of the cases." : ".");
      return Stream.concat(
              fork.cases().stream()
                  .map(one -> fork(one.name(), one.name().equals(taken), why, one.steps())),
              Stream.of(fork("else", decided.path("case").isNull(), why, fork.otherwise())))
          .toList();
    }

    private static Fork fork(String name, boolean taken, String why, List<Step> steps) {
      return new Fork(name, taken, why, steps.stream().map(Step::key).toList());
    }
  }

  public sealed interface Ending {
    /// As a run would end.
    record Ended(RunState state, String reason) implements Ending {}

    record BrokenOff(Bound reached) implements Ending {}
  }

  /// What a rehearsal may take no more of.
  public enum Bound {
    STEPS,
    LETTERS,
    TIME
  }
}
