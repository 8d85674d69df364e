package dev.pilothouse.activities;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.activities.AfterCall.Attempt;
import dev.pilothouse.chain.Retry;
import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Acted;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class AfterCallTest {
  private static final Retry TWICE =
      new Retry(2, Duration.ofSeconds(10), 2, Duration.ofMinutes(1), 0);

  /// `again` and `again?` try again, the latter knowing that the call may have acted.
  @ParameterizedTest(name = "{0}, {1}, attempt {2} of 2, maybe before: {3} → {4}")
  @CsvSource(
      textBlock =
          """
          PURE,          NO,       1, false, again
          PURE,          ANSWERED, 1, false, again
          PURE,          MAYBE,    1, false, again?
          PURE,          NO,       2, false, failed
          PURE,          MAYBE,    2, false, failed
          PURE,          NO,       2, true,  failed
          TRANSACTIONAL, NO,       1, false, again
          TRANSACTIONAL, MAYBE,    2, false, unknown
          KEYED,         NO,       1, false, again
          KEYED,         ANSWERED, 1, false, again
          KEYED,         MAYBE,    1, false, again?
          KEYED,         NO,       1, true,  again?
          KEYED,         NO,       2, false, failed
          KEYED,         ANSWERED, 2, false, failed
          KEYED,         MAYBE,    2, false, unknown
          KEYED,         ANSWERED, 2, true,  unknown
          RECONCILABLE,  NO,       1, false, again
          RECONCILABLE,  ANSWERED, 1, false, again
          RECONCILABLE,  MAYBE,    1, false, again?
          RECONCILABLE,  NO,       2, false, failed
          RECONCILABLE,  MAYBE,    2, false, unknown
          RECONCILABLE,  NO,       2, true,  unknown
          ONCE,          NO,       1, false, again
          ONCE,          ANSWERED, 1, false, failed
          ONCE,          MAYBE,    1, false, unknown
          ONCE,          NO,       2, false, failed
          ONCE,          MAYBE,    2, false, unknown
          ONCE,          ANSWERED, 1, true,  unknown
          """)
  void followsFromClassAnswerAndWhatIsKnown(
      EffectClass effectClass, Acted acted, int attempt, boolean maybe, String follows) {
    assertThat(inAWord(after(effectClass, attempt, maybe, AWalk.tryAgain(acted))))
        .isEqualTo(follows);
  }

  @ParameterizedTest
  @EnumSource
  void takesAnOutputForWhatItIs(EffectClass effectClass) {
    assertThat(after(effectClass, 1, true, new ActionAnswer.Done(new Json("7"))))
        .isEqualTo(new AfterCall.Settled(new StepOutcome.Completed(new Json("7"))));
  }

  @ParameterizedTest(name = "{0}, maybe before: {1} → {2}")
  @CsvSource({
    "PURE, false, failed",
    "PURE, true, failed",
    "KEYED, false, failed",
    "KEYED, true, unknown",
    "RECONCILABLE, true, unknown",
    "ONCE, false, failed",
    "ONCE, true, unknown"
  })
  void neverTriesAFailureAgain(EffectClass effectClass, boolean maybe, String follows) {
    assertThat(inAWord(after(effectClass, 1, maybe, new ActionAnswer.Failed(AWalk.ERROR))))
        .isEqualTo(follows);
  }

  @Test
  void waitsAsLongAsTheOtherSideAskedWhereThatIsLonger() {
    assertThat(wait(Optional.of(Duration.ofSeconds(45)))).isEqualTo(Duration.ofSeconds(45));
    assertThat(wait(Optional.of(Duration.ofSeconds(1)))).isEqualTo(Duration.ofSeconds(10));
    assertThat(wait(Optional.empty())).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void waitsADayAtMostHoweverLongTheOtherSideAsks() {
    assertThat(wait(Optional.of(Duration.ofDays(4_000)))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void saysOfAnUnknownEffectHowItsLastAttemptEnded() {
    AfterCall after = after(EffectClass.ONCE, 1, false, AWalk.tryAgain(Acted.MAYBE));

    assertThat(after)
        .isEqualTo(
            new AfterCall.Settled(
                new StepOutcome.Unknown(
                    "It may have happened: attempt 1 ended without an answer that tells. No luck.")));
  }

  private static Duration wait(Optional<Duration> asked) {
    AfterCall after =
        after(
            EffectClass.KEYED,
            1,
            false,
            new ActionAnswer.TryAgain(AWalk.ERROR, Acted.ANSWERED, asked));
    return ((AfterCall.TryAgain) after).after();
  }

  private static AfterCall after(
      EffectClass effectClass, int attempt, boolean maybe, ActionAnswer answer) {
    return AfterCall.of(new Attempt(effectClass, TWICE, attempt, maybe, 0), answer);
  }

  private static String inAWord(AfterCall after) {
    return switch (after) {
      case AfterCall.TryAgain again -> again.maybe() ? "again?" : "again";
      case AfterCall.Settled(StepOutcome.Completed _) -> "completed";
      case AfterCall.Settled(StepOutcome.Failed _) -> "failed";
      case AfterCall.Settled(StepOutcome.Skipped _) -> "skipped";
      case AfterCall.Settled(StepOutcome.Unknown _) -> "unknown";
    };
  }
}
