package dev.pilothouse.actions.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.actions.NotedBooks.Noted;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Action;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CompleteTaskActionTest implements ActionContract {
  private final CompleteTaskAction action = new CompleteTaskAction();
  private final NotedBooks books = new NotedBooks();

  @Override
  public Action action() {
    return action;
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "task/7"})
  void saysThatTheTaskIsDone(String id) {
    var _ = action.change(ACall.with("{\"id\":\"" + id + "\"}"), books);

    assertThat(books.noted())
        .containsExactly(
            new Noted("change", new RecordRef(RecordKind.TASK, "7"), "{\"state\":\"done\"}"));
  }
}
