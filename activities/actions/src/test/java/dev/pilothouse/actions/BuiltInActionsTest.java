package dev.pilothouse.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionDescriptor;
import org.junit.jupiter.api.Test;

class BuiltInActionsTest {
  private final BuiltInActions actions = new BuiltInActions(ActionsConfig.defaults());

  @Test
  void areTheseByName() {
    assertThat(actions.descriptors())
        .extracting(ActionDescriptor::name)
        .containsExactly(
            "crm.log_activity",
            "crm.update_deal",
            "crm.upsert_contact",
            "http.request",
            "journal.emit",
            "mail.send",
            "notify.user",
            "task.complete",
            "task.create",
            "transform");
  }

  @Test
  void areFoundByTheNamesTheyTell() {
    assertThat(actions.descriptors())
        .allSatisfy(descriptor ->
            assertThat(actions.named(descriptor.name()).map(Action::descriptor))
                .contains(descriptor));
    assertThat(actions.named("http.reqest")).isEmpty();
  }
}
