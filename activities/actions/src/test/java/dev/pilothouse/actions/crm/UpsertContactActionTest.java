package dev.pilothouse.actions.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.AnswerInAWord;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.actions.NotedBooks.Noted;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import org.junit.jupiter.api.Test;

class UpsertContactActionTest implements ActionContract {
  private final UpsertContactAction action = new UpsertContactAction();
  private final NotedBooks books = new NotedBooks();

  @Override
  public Action action() {
    return action;
  }

  @Test
  void findsTheContactByItsAddress() {
    var _ = upsert("{\"email\":\"ada@example.com\",\"fields\":{\"name\":\"Ada\"}}");
    var _ = upsert("{\"email\":\"ada@example.com\"}");

    RecordRef ada = new RecordRef(RecordKind.CONTACT, "ada@example.com");
    assertThat(books.noted())
        .containsExactly(new Noted("put", ada, "{\"name\":\"Ada\"}"), new Noted("put", ada, "{}"));
  }

  @Test
  void takesOneAddressAlone() {
    assertThat(
            AnswerInAWord.of(
                upsert("{\"email\":\"ada@example.com\",\"fields\":{\"email\":\"b@example.com\"}}")))
        .isEqualTo("failed input.invalid");
    assertThat(books.noted()).isEmpty();
  }

  private ActionAnswer upsert(String input) {
    return action.change(ACall.with(input), books);
  }
}
