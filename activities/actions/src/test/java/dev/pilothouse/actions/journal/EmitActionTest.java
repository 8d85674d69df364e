package dev.pilothouse.actions.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.Books.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmitActionTest implements ActionContract {
  private final EmitAction action = new EmitAction();
  private final NotedBooks books = new NotedBooks();

  @Override
  public Action action() {
    return action;
  }

  @Test
  void saysWhatItWasTold() {
    assertThat(
            emit(
                "{\"type\":\"onboarding.finished\",\"subject\":\"deal/42\",\"data\":{\"n\":1.50}}"))
        .isInstanceOf(Done.class);
    assertThat(emit("{\"type\":\"bare\"}")).isInstanceOf(Done.class);

    assertThat(books.facts())
        .containsExactly(
            new Fact("onboarding.finished", "deal/42", new Json("{\"n\":1.50}")),
            new Fact("bare", "", Json.NULL));
  }

  @ParameterizedTest
  @CsvSource({
    "run.finished, said by Pilothouse alone",
    "pilothouse.held, said by Pilothouse alone",
    "hold.released, said by Pilothouse alone",
    "two words, such as crm.deal.won",
    ".won, such as crm.deal.won"
  })
  void refusesATypeThatIsNotItsOwn(String type, String says) {
    assertThat(emit("{\"type\":\"" + type + "\"}"))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> assertThat(failed.error().message()).contains("'with.type'", says, type));
    assertThat(books.facts()).isEmpty();
  }

  @Test
  void refusesASubjectOfSeveralLines() {
    assertThat(emit("{\"type\":\"t\",\"subject\":\"a\\nb\"}")).isInstanceOf(Failed.class);
  }

  private ActionAnswer emit(String input) {
    return action.change(ACall.with(input), books);
  }
}
