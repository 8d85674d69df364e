package dev.pilothouse.actions.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.actions.NotedBooks.DealChange;
import dev.pilothouse.model.Json;
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
    String fields = "{\"stage\":\"won\",\"amount\":1000.10,\"old\":null}";
    assertThat(action.change(ACall.with(input), books)).isEqualTo(new Done(new Json(fields)));
    assertThat(books.deals()).containsExactly(new DealChange("42", fields));
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
    assertThat(books.deals()).isEmpty();
  }
}
