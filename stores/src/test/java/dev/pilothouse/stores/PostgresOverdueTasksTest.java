package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresOverdueTasksTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final HandMade hand = new HandMade(stores);
  private final PostgresOverdueTasks tasks =
      new PostgresOverdueTasks(stores.database(), stores.door(), stores.started());

  @Test
  void tellsOnceOfATaskWhoseTimeHasPassed() {
    RecordRef task = taskDueLater();
    tasks.tell(100);
    assertThat(hand.types(task.subject())).containsExactly("task.created");
    letItsTimePass(task);

    assertThat(tasks.tell(100)).isPositive();
    tasks.tell(100);

    assertThat(hand.types(task.subject())).containsExactly("task.created", "task.overdue");
    NewEntry entry = hand.told(task.subject()).getLast();
    assertThat(entry.actor()).isEqualTo("pilothouse");
    assertThat(entry.cause()).isEmpty();
    assertThat(entry.event().data().toString()).contains("\"title\": \"Call\"");
    assertThat(hand.find(task).orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void startsWhatListens() {
    stores.publish(hand.tenant, "Remind");
    RecordRef task = taskDueLater();
    letItsTimePass(task);

    tasks.tell(100);

    assertThat(stores.started().born())
        .anyMatch(born ->
            born.event().event().type().equals("task.overdue")
                && born.event().event().subject().equals(task.subject()));
  }

  @Test
  void tellsAgainWhenANewTimeHasPassedToo() {
    RecordRef task = taskDueLater();
    letItsTimePass(task);
    tasks.tell(100);
    hand.change(task, "{\"due\": \"2998-01-01T00:00:00Z\"}");
    letItsTimePass(task);

    tasks.tell(100);

    assertThat(hand.types(task.subject()))
        .containsExactly("task.created", "task.overdue", "task.updated", "task.overdue");
  }

  @Test
  void leavesAloneWhatIsDone() {
    RecordRef task = taskDueLater();
    hand.change(task, "{\"state\": \"done\"}");
    letItsTimePass(task);

    tasks.tell(100);

    assertThat(hand.types(task.subject())).doesNotContain("task.overdue");
  }

  @Test
  void leavesWhatAnotherProcessIsAtForTheNextTime() {
    RecordRef task = taskDueLater();
    letItsTimePass(task);

    stores
        .database()
        .asSystem(jdbc -> {
          jdbc.sql("select id from task where tenant_id = ? and id = ? for update")
              .params(hand.tenant.value(), task.id())
              .query(String.class)
              .single();
          return CompletableFuture.supplyAsync(() -> tasks.tell(100)).join();
        });

    assertThat(hand.types(task.subject())).doesNotContain("task.overdue");
    tasks.tell(100);
    assertThat(hand.types(task.subject())).contains("task.overdue");
  }

  private RecordRef taskDueLater() {
    return hand.created(
        RecordKind.TASK, "{\"title\": \"Call\", \"due\": \"2999-01-01T00:00:00Z\"}");
  }

  private void letItsTimePass(RecordRef task) {
    stores.change(
        "update task set due_at = now() - interval '1 minute' where tenant_id = ? and id = ?",
        hand.tenant.value(),
        task.id());
  }
}
