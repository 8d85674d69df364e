package dev.pilothouse.actions.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.Books.NewTask;
import java.time.Instant;
import java.util.Optional;
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
    create(
        "{\"title\":\"A\",\"body\":\"b\",\"assignee\":\"ada\",\"due\":\"2027-01-15T09:00:00+01:00\"}");
    assertThat(books.tasks())
        .extracting(NewTask::title, NewTask::body, NewTask::assignee, NewTask::due)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "A", "b", "ada", Optional.of(Instant.parse("2027-01-15T08:00:00Z"))));
  }

  @Test
  void givesTheTaskOfOneEffectOneId() {
    create("{\"title\":\"A\"}");
    create("{\"title\":\"A\"}");
    assertThat(books.tasks().getFirst().id()).isEqualTo(books.tasks().getLast().id());
  }

  @Test
  void refusesATimeWithoutAZone() {
    assertThat(create("{\"title\":\"A\",\"due\":\"tomorrow\"}"))
        .isInstanceOfSatisfying(
            Failed.class, failed -> assertThat(failed.error().message()).contains("'with.due'"));
    assertThat(books.tasks()).isEmpty();
  }

  private ActionAnswer create(String input) {
    return action.change(ACall.with(input), books);
  }
}
