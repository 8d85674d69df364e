package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// One thing that a run waits for.
///
/// @param step that waits; empty where the run as a whole does
/// @param words for people: a sentence without its full stop
/// @param until when it is over at the latest; empty where nothing is said of that
/// @param run that has to end first
public record Awaited(
    Kind kind, Optional<StepKey> step, String words, Optional<Instant> until, Optional<RunId> run) {
  /// The names are sent in lower case.
  public enum Kind {
    /// somebody to walk it
    WORKER,
    /// the runs of its key that were before it
    TURN,
    /// a person who lets it go on
    RESUME,
    /// what a call under way gives
    ANSWER,
    TIME,
    EVENT,
    /// the end of a run that it called
    RUN,
    /// the time to try a call again
    RETRY,
    /// a person's word on what nobody else knows
    PERSON;

    /// @param step the kind of the step that waits
    /// @param listens it waits for more than a time to come
    public static Kind of(String step, boolean listens) {
      return switch (step) {
        case "wait" -> listens ? EVENT : TIME;
        case "call" -> RUN;
        default -> RETRY;
      };
    }
  }

  /// What a person is asked about a step of this name that nobody knows the outcome of.
  public static String personsWord(String name) {
    return "Waits for a person's word: did '" + name + "' happen or not?";
  }

  static Awaited byRun(Kind kind, String words) {
    return new Awaited(kind, Optional.empty(), words, Optional.empty(), Optional.empty());
  }
}
