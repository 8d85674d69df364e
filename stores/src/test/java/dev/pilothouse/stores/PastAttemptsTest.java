package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.CALL;
import static dev.pilothouse.stores.StoredLines.REFUSED;
import static dev.pilothouse.stores.StoredLines.await;
import static dev.pilothouse.stores.StoredLines.completed;
import static dev.pilothouse.stores.StoredLines.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EffectClass;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.spi.Control.Word;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Line;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Runs.PastAttempt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is kept of the attempts of a call before its newest one.
class PastAttemptsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final Neighbour here = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();
  private final Claim claim = here.claim(run);

  @AfterEach
  void stop() {
    here.close();
  }

  @Test
  void keepsWhenAnAttemptWasMadeAndWhatItMet() {
    write(reserve(1));
    Instant sent = step().reservation().orElseThrow().reservedAt();
    write(await(1, Instant.EPOCH, REFUSED));

    write(reserve(2));

    assertThat(past()).hasSize(1);
    PastAttempt first = past().getFirst();
    assertThat(first.attempt()).isEqualTo(1);
    assertThat(first.sentAt()).isEqualTo(sent);
    assertThat(first.endedAt()).hasValueSatisfying(ended -> assertThat(ended).isAfter(sent));
    assertThat(first.error()).contains(REFUSED);
  }

  @Test
  void keepsEachOfManyInItsOrder() {
    for (int attempt = 1; attempt < 12; attempt++) {
      write(reserve(attempt));
      write(
          await(attempt, Instant.EPOCH, new StepError("x", StepError.Kind.OUTSIDE, "" + attempt)));
    }
    write(reserve(12));

    assertThat(past())
        .extracting(it -> it.attempt() + " " + it.error().orElseThrow().message())
        .containsExactly(
            "1 1", "2 2", "3 3", "4 4", "5 5", "6 6", "7 7", "8 8", "9 9", "10 10", "11 11");
  }

  @Test
  void keepsWhatIsToldTogetherWithTheNextAttempt() {
    write(reserve(1));

    here.write(claim, await(1, Instant.EPOCH, REFUSED), reserve(2));

    assertThat(past()).extracting(PastAttempt::error).containsExactly(Optional.of(REFUSED));
    assertThat(past().getFirst().endedAt()).isPresent();
  }

  @Test
  void saysNothingOfTheEndOfAnAttemptThatNobodyCouldTellOf() {
    write(reserve(1));

    write(reserve(2));

    PastAttempt first = past().getFirst();
    assertThat(first.endedAt()).isEmpty();
    assertThat(first.error()).isEmpty();
    assertThat(first.reason()).isEmpty();
  }

  @Test
  void tellsOfAnAttemptWhoseEndAPersonKnew() {
    write(StoredLines.reserve(1, EffectClass.ONCE, Duration.ofMinutes(-1)));
    here.leave(claim, RunState.NEEDS_PERSON, unknown());
    EffectId effect = new EffectId(run.run(), CALL);
    here.control().resolve(run, effect, new Word.DidNotHappen(), "person/priya", "Not in there");

    here.write(here.claim(run), reserve(2));

    assertThat(past().getFirst().error()).isEmpty();
    assertThat(past().getFirst().reason())
        .contains("No answer came. It did not happen, by the word of person/priya: Not in there");
    assertThat(past().getFirst().endedAt()).isEmpty();
  }

  /// Its sender had lost the run meanwhile, and the next attempt was sent by another process.
  @Test
  void hasNothingOfAnAttemptWhoseLateAnswerIsTheStepsOutcome() {
    write(reserve(1));
    write(reserve(2));
    write(completed("{}"));

    assertThat(past()).isEmpty();
  }

  @Test
  void tellsOfAStepInALoop() {
    here.write(claim, inTurn(reserve(1)));
    here.write(claim, inTurn(reserve(2)));

    assertThat(past(new StepKey("each.3.call"))).hasSize(1);
    assertThat(past()).isEmpty();
  }

  @Test
  void hasNothingOfTheAttemptThatTheStepItselfTellsOf() {
    write(reserve(1));
    write(await(1, Instant.EPOCH, REFUSED));

    assertThat(past()).isEmpty();
  }

  @Test
  void forgetsNothingWhereAnAttemptIsWrittenTwice() {
    write(reserve(1));
    write(await(1, Instant.EPOCH, REFUSED));
    write(reserve(2));
    write(reserve(2));

    assertThat(past()).hasSize(1);
  }

  @Test
  void showsThemToNobodyElse() {
    write(reserve(1));
    write(reserve(2));

    assertThat(stores.runs().pastAttempts(stores.tenant(), run.run(), CALL)).isEmpty();
    assertThat(stores.runs().pastAttempts(run.tenant(), RunId.next(), CALL)).isEmpty();
  }

  private static Line reserve(int attempt) {
    return StoredLines.reserve(attempt, EffectClass.KEYED, Duration.ofSeconds(30));
  }

  private static Line inTurn(Line line) {
    Line.Reserve call = (Line.Reserve) line;
    return new Line.Reserve(
        StoredLines.step("each.3.call", call.step().attempt()),
        call.effectClass(),
        call.input(),
        call.timeout());
  }

  private void write(Line line) {
    assertThat(here.write(claim, line)).isEqualTo(Standing.MINE);
  }

  private StepRecord step() {
    return here.ledger().steps(run).getFirst();
  }

  private List<PastAttempt> past() {
    return past(CALL);
  }

  private List<PastAttempt> past(StepKey step) {
    return stores.runs().pastAttempts(run.tenant(), run.run(), step).orElseThrow();
  }
}
