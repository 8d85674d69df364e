package dev.pilothouse.spi;

import static java.util.stream.Collectors.joining;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import java.util.List;
import java.util.Optional;

/// What an automation asks for before it is started by name, and not by an event that it listens
/// to.
public interface Handover {
  /// What it was handed is not what it asks for.
  String INPUT_INVALID = "input.invalid";

  /// Looks at the version's triggers for one by which it may be started so, and at what that one
  /// wants to be handed over.
  ///
  /// @param input becomes the data of the run's event
  Answer check(AutomationVersion version, By by, Json input);

  /// What a step that calls it would fail with.
  default Optional<StepError> objectionToCall(AutomationVersion version, Json input) {
    return switch (check(version, new By.Step(), input)) {
      case Answer.Fits _ -> Optional.empty();
      case Answer.NotSo(String sentence) ->
          Optional.of(new StepError("call.refused", StepError.Kind.USER, sentence));
      case Answer.Unfit unfit ->
          Optional.of(
              new StepError(INPUT_INVALID, StepError.Kind.USER, unfit.sentence(version.name())));
    };
  }

  /// What a step fails with that calls what is not there.
  static StepError nothingNamed(String automation) {
    return new StepError(
        "call.unknown",
        StepError.Kind.USER,
        "Expected a published automation named '"
            + automation
            + "', but there is none. Publish it, or mend the name in this step.");
  }

  /// Who starts it.
  sealed interface By {
    /// A person, who presses a button.
    ///
    /// @param label of the button; empty where there is one alone
    record Person(String label) implements By {}

    /// A program with a key.
    record Program() implements By {}

    /// A step of another run.
    record Step() implements By {}
  }

  sealed interface Answer {
    record Fits() implements Answer {}

    /// It cannot be started so at all.
    ///
    /// @param sentence what was expected, what was found, and what to do
    record NotSo(String sentence) implements Answer {}

    /// What is handed over is not what the trigger asks for.
    record Unfit(List<Misfit> misfits) implements Answer {
      public Unfit {
        misfits = List.copyOf(misfits);
      }

      /// All of them in one line.
      public String sentence(String automation) {
        return "'%s' asks for other input. %s"
            .formatted(automation, misfits.stream().map(Misfit::sentence).collect(joining(" ")));
      }
    }
  }
}
