package dev.pilothouse.actions.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.actions.NotedBooks.Noted;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import org.junit.jupiter.api.Test;

class UpdateDealActionTest implements ActionContract {
  private final UpdateDealAction action = new UpdateDealAction();
  private final NotedBooks books = new NotedBooks();

  @Override
  public Action action() {
    return action;
  }

  @Test
  void changesTheDealAndGivesItAsItIsNow() {
    String input = "{\"id\":\"42\",\"fields\":{\"stage\":\"won\",\"amount\":1000.10,\"old\":null}}";

    assertThat(action.change(ACall.with(input), books))
        .isEqualTo(
            new Done(
                new Json("{\"id\":\"42\",\"stage\":\"won\",\"amount\":1000.10,\"old\":null}")));

    assertThat(books.noted())
        .containsExactly(
            new Noted(
                "put",
                new RecordRef(RecordKind.DEAL, "42"),
                "{\"stage\":\"won\",\"amount\":1000.10,\"old\":null}"));
  }

  @Test
  void takesTheSubjectOfAnEventForADeal() {
    var _ = action.change(ACall.with("{\"id\":\"deal/42\",\"fields\":{\"a\":1}}"), books);

    assertThat(books.noted().getFirst().record().id()).isEqualTo("42");
  }

  @Test
  void changesNothingByAWrongInput() {
    assertThat(action.change(ACall.with("{\"id\":42,\"fields\":{\"a\":1}}"), books))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.error().code()).isEqualTo("input.invalid");
              assertThat(failed.error().message())
                  .isEqualTo("Expected a text at 'with.id', but found the number 42.");
            });
    assertThat(books.noted()).isEmpty();
  }
}
