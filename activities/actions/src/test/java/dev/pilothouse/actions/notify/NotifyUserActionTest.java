package dev.pilothouse.actions.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ACall;
import dev.pilothouse.actions.ActionContract;
import dev.pilothouse.actions.NotedBooks;
import dev.pilothouse.model.Json;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionAnswer.Done;
import dev.pilothouse.spi.ActionAnswer.Failed;
import dev.pilothouse.spi.Books.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotifyUserActionTest implements ActionContract {
  private final NotifyUserAction action = new NotifyUserAction();
  private final NotedBooks books = new NotedBooks();

  @Override
  public Action action() {
    return action;
  }

  @Test
  void saysHowManyWereTold() {
    assertThat(tell("role:finance", "Large deal"))
        .isEqualTo(new Done(new Json("{\"people\":2,\"instead\":false}")));
    assertThat(books.notices()).containsExactly(new Notice("role:finance", "Large deal", ""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada@example.com", "role:finance", "owner", " owner "})
  void tellsWhoeverCanBeTold(String to) {
    assertThat(tell(to, "Look")).isInstanceOf(Done.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ada", "role:", "the owner", "person/1", "a@b, c@d"})
  void saysWhomItCannotTell(String to) {
    assertThat(tell(to, "Look"))
        .isInstanceOfSatisfying(
            Failed.class,
            failed ->
                assertThat(failed.error().message())
                    .isEqualTo(
                        "Expected an address, role:NAME or owner at 'with.to', but found '%s'."
                            .formatted(to)));
    assertThat(books.notices()).isEmpty();
  }

  @Test
  void tellsNobodyNothing() {
    assertThat(tell("owner", "  ")).isInstanceOf(Failed.class);
  }

  private ActionAnswer tell(String to, String text) {
    return action.change(ACall.with("{\"to\":\"%s\",\"text\":\"%s\"}".formatted(to, text)), books);
  }
}
