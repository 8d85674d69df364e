package dev.pilothouse.activities;

import dev.pilothouse.chain.Retry;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import java.time.Duration;
import java.util.Optional;

/// What follows from how a call ended: the rule that keeps effects from happening twice, and from
/// being called failed when they may have happened.
sealed interface AfterCall {
  /// Who asks for more means something else, such as milliseconds. No wait that an author may set
  /// is longer.
  Duration LONGEST_ASKED = Duration.ofDays(1);

  record Settled(StepOutcome outcome) implements AfterCall {}

  /// @param maybe an attempt so far may have acted
  record TryAgain(Duration after, StepError because, boolean maybe) implements AfterCall {}

  /// @param attempt the one that ended, counted from one
  /// @param maybe an earlier attempt may have acted
  /// @param lot of this effect, in place of chance
  record Attempt(EffectClass effectClass, Retry retry, int attempt, boolean maybe, int lot) {
    boolean isLast() {
      return attempt >= retry.attempts();
    }
  }

  static AfterCall of(Attempt attempt, ActionAnswer answer) {
    return switch (answer) {
      case ActionAnswer.Done(var output) -> new Settled(new StepOutcome.Completed(output));
      case ActionAnswer.Failed(var error) -> new Settled(ended(attempt.maybe(), attempt, error));
      case ActionAnswer.TryAgain(var error, var acted, var after) ->
          again(attempt, error, acted, after);
    };
  }

  private static AfterCall again(
      Attempt attempt, StepError error, Acted acted, Optional<Duration> after) {
    boolean maybe = attempt.maybe() || acted == Acted.MAYBE;
    if (attempt.isLast() || !mayBeSentAgain(attempt.effectClass(), acted)) {
      return new Settled(ended(maybe, attempt, error));
    }
    Duration backOff = attempt.retry().beforeAttempt(attempt.attempt() + 1, attempt.lot());
    return new TryAgain(
        after.map(AfterCall::bounded).filter(asked -> asked.compareTo(backOff) > 0).orElse(backOff),
        error,
        maybe);
  }

  private static Duration bounded(Duration asked) {
    return asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
  }

  private static boolean mayBeSentAgain(EffectClass effectClass, Acted acted) {
    return switch (effectClass) {
      case PURE, TRANSACTIONAL, KEYED, RECONCILABLE -> true;
      case ONCE -> acted == Acted.NO;
    };
  }

  /// A call that changes nothing has simply failed; one that may have acted is unknown.
  private static StepOutcome ended(boolean maybe, Attempt attempt, StepError error) {
    return maybe && attempt.effectClass() != EffectClass.PURE
        ? new StepOutcome.Unknown(
            "It may have happened: attempt "
                + attempt.attempt()
                + " ended without an answer that tells. "
                + error.message())
        : new StepOutcome.Failed(error);
  }
}
