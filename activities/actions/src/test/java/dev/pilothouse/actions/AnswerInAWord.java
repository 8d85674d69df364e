package dev.pilothouse.actions;

import dev.pilothouse.spi.ActionAnswer;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

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

  /// The errors in a table of faults, whose third cell says how each ends.
  public static String[] errorsIn(Stream<Arguments> faults) {
    return faults
        .map(row -> (String) row.get()[2])
        .filter(answer -> !answer.equals("done"))
        .map(answer -> answer.substring(answer.indexOf(' ') + 1))
        .toArray(String[]::new);
  }
}
