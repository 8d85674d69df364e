package dev.pilothouse.actions.books;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Kept.Misfit;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptAnswerTest {
  private static final RecordRef DEAL = new RecordRef(RecordKind.DEAL, "42");

  @Test
  void givesTheRecordAsItIsNow() {
    Json now = new Json("{\"id\":\"42\"}");

    assertThat(answer(new Kept.Done(DEAL, Json.NULL, now, 1))).isEqualTo(new Done(now));
  }

  @Test
  void namesWhatDoesNotFitByItsPlaceInTheStep() {
    ActionAnswer answer =
        answer(
            new Kept.Unfit(
                DEAL,
                List.of(
                    new Misfit("amount", "a number", "'much'", "Write it without quotes."),
                    new Misfit("id", "an id", "'a b'", ""))));

    assertThat(answer)
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.error().code()).isEqualTo("input.invalid");
              assertThat(failed.error().message())
                  .isEqualTo(
                      "Expected a number at 'with.fields.amount', but found 'much'. Write it without quotes."
                          + " Expected an id at 'with.id', but found 'a b'.");
            });
  }

  @Test
  void saysThatARecordIsNotThere() {
    assertThat(code(new Kept.NoSuch(DEAL))).isEqualTo("record.unknown");
    assertThat(code(new Kept.Taken(DEAL, "the id '42'"))).isEqualTo("record.taken");
    assertThat(code(new Kept.Outdated(DEAL, 3))).isEqualTo("record.changed");
  }

  private static String code(Kept kept) {
    return answer(kept) instanceof Failed(var error) ? error.code() : "";
  }

  private static ActionAnswer answer(Kept kept) {
    return new KeptAnswer("with.fields").of(kept);
  }
}
