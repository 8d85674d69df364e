package dev.pilothouse.actions.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.spi.Action;
import org.junit.jupiter.api.Test;

class LogActivityActionTest implements ActionContract {
  private final LogActivityAction action = new LogActivityAction();
  private final NotedBooks books = new NotedBooks();

  @Override
  public Action action() {
    return action;
  }

  @Test
  void logsOnceForAnEffect() {
    String call = "{\"subject\":\"deal/42\",\"kind\":\"call\",\"text\":\"Will call back\"}";
    var _ = action.change(ACall.with(call), books);
    var _ = action.change(ACall.with(call), books);

    assertThat(books.noted()).hasSize(2).allMatch(books.noted().getFirst()::equals);
    assertThat(books.noted().getFirst().record().kind()).isEqualTo(RecordKind.ACTIVITY);
    assertThat(books.noted().getFirst().fields()).isEqualTo(call);
  }
}
