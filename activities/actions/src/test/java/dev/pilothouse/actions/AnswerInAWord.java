package dev.pilothouse.actions;

import dev.pilothouse.spi.ActionAnswer;

/// How a call ended, short enough for a table.
public final class AnswerInAWord {
  private AnswerInAWord() {}

  public static String of(ActionAnswer answer) {
    return switch (answer) {
      case ActionAnswer.Done _ -> "done";
      case ActionAnswer.Failed(var error) -> "failed " + error.code();
      case ActionAnswer.TryAgain(var error, var acted, _) -> acted + " " + error.code();
    };
  }
}
