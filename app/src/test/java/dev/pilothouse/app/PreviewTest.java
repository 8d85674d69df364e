package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.actions.ActionsConfig;
import dev.pilothouse.actions.BuiltInActions;
import dev.pilothouse.actions.schema.InputSchema;
import dev.pilothouse.actions.schema.InvalidInput;
import dev.pilothouse.model.EffectId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Action;
import dev.pilothouse.spi.ActionAnswer;
import dev.pilothouse.spi.ActionCall;
import dev.pilothouse.spi.ActionCall.Deadline;
import dev.pilothouse.spi.ActionDescriptor;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.CallOptions;
import dev.pilothouse.spi.Desk;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Preview;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.PostgresAccounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Whatever an action shows of itself beforehand, on real books: it fits what it promises, and
/// nothing of it stays.
class PreviewTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  private static final BuiltInActions ACTIONS = new BuiltInActions(ActionsConfig.defaults());
  private static final RecordRef EXAMPLE_TASK =
      new RecordRef(RecordKind.TASK, "0199a8b0-5c1e-7d34-9a51-3f6c2b7e8d90");

  @Test
  void leavesNothingOfWhatIsShown() throws InvalidInput {
    TenantId tenant = tenant();
    Journal journal = house.bean(Journal.class);
    List<?> before = journal.page(tenant, Journal.Filter.ALL, Optional.empty(), 200);

    for (Action.InBooks action : inBooks()) {
      ActionDescriptor descriptor = action.descriptor();
      Preview preview = house.bean(Desk.class).tryOut(tenant, "", books -> shown(action, books));
      assertThat(preview.sentence()).as(descriptor.name()).doesNotStartWith("Fails");
      assertThat(preview.answer()).get().isInstanceOf(ActionAnswer.Done.class);
      var _ =
          InputSchema.of(descriptor.output())
              .read(((ActionAnswer.Done) preview.answer().get()).output(), "output");
    }

    assertThat(journal.page(tenant, Journal.Filter.ALL, Optional.empty(), 200)).isEqualTo(before);
  }

  private static Preview shown(Action.InBooks action, Books books) {
    var _ = books.create(EXAMPLE_TASK, new Json("{\"title\": \"Call\"}"));
    return action.preview(call(action.descriptor().example()), books);
  }

  private static ActionCall call(Json input) {
    return new ActionCall(
        tenant(),
        new EffectId(RunId.next(), new StepKey("step")),
        input,
        CallOptions.NONE,
        1,
        Deadline.in(Duration.ofSeconds(30)));
  }

  private static List<Action.InBooks> inBooks() {
    return ACTIONS.descriptors().stream()
        .flatMap(descriptor -> ACTIONS.named(descriptor.name()).stream())
        .flatMap(action ->
            action instanceof Action.InBooks changing ? Stream.of(changing) : Stream.empty())
        .toList();
  }

  private static TenantId tenant() {
    return new PostgresAccounts(house.bean(Database.class)).firstTenant().orElseThrow().id();
  }
}
