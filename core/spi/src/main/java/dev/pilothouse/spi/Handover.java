package dev.pilothouse.spi;

import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.SchemaCheck.Misfit;
import java.util.List;

/// What an automation asks for before it is started by name, and not by an event that it listens
/// to.
public interface Handover {
  /// Looks at the version's triggers for one by which it may be started so, and at what that one
  /// wants to be handed over.
  ///
  /// @param input becomes the data of the run's event
  Answer check(AutomationVersion version, By by, Json input);

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
    }
  }
}
