package dev.pilothouse.actions.http;

import dev.pilothouse.actions.http.HttpExchange.Ending;
import dev.pilothouse.model.StepError;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.ActionAnswer.TryAgain;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What the answer to "did it happen?" means.
final class ReadBack {
  private static final List<Integer> NO = List.of(404, 410);

  private ReadBack() {}

  /// Empty when it did not happen. Anything that is neither yes nor no leaves the effect unknown.
  static Optional<ActionAnswer> meaningOf(RequestSpec question, Ending ending) {
    return ending instanceof Ending.Answered(var received) && NO.contains(received.status())
        ? Optional.empty()
        : Optional.of(inDoubt(Answers.of(question, ending)));
  }

  static ActionAnswer inDoubt(ActionAnswer answer) {
    return switch (answer) {
      case Done done -> done;
      case Failed(var error) -> maybe(error, Optional.empty());
      case TryAgain(var error, _, var after) -> maybe(error, after);
    };
  }

  private static ActionAnswer maybe(StepError error, Optional<Duration> after) {
    return new TryAgain(error, Acted.MAYBE, after);
  }
}
