package dev.pilothouse.actions.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Failed;
import org.junit.jupiter.api.Test;

class CreateTaskActionTest implements ActionContract {
  private final CreateTaskAction action = new CreateTaskAction();
  private final NotedBooks books = new NotedBooks();

  @Override
  public Action action() {
    return action;
  }

  @Test
  void createsWhatItWasTold() {
    String task =
        "{\"title\":\"A\",\"body\":\"b\",\"assignee\":\"ada\",\"due\":\"2027-01-15T09:00:00+01:00\"}";

    create(task);

    assertThat(books.noted())
        .singleElement()
        .satisfies(noted -> {
          assertThat(noted.how()).isEqualTo("create");
          assertThat(noted.fields()).isEqualTo(task);
        });
  }

  @Test
  void givesTheTaskOfOneEffectOneId() {
    create("{\"title\":\"A\"}");
    create("{\"title\":\"A\"}");
    assertThat(books.noted().getFirst().record()).isEqualTo(books.noted().getLast().record());
  }

  @Test
  void refusesATaskWithoutATitle() {
    assertThat(create("{\"body\":\"b\"}"))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.error().message()).contains("'with.title'"));
    assertThat(books.noted()).isEmpty();
  }

  private ActionAnswer create(String input) {
    return action.change(ACall.with(input), books);
  }
}
