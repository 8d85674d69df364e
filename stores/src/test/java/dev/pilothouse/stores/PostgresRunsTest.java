package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.TenantId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresRunsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final TenantId tenant = stores.tenant();
  private final List<RunId> accepted =
      IntStream.range(0, 5)
          .mapToObj(number -> stores.journal().accept(tenant, "test", event("n" + number)))
          .map(answer -> answer.runs().getFirst())
          .toList();

  @Test
  void listsTheNewestFirst() {
    assertThat(stores.runs().newest(tenant, 10))
        .extracting(RunSummary::id)
        .containsExactlyElementsOf(accepted.reversed());
  }

  @Test
  void goesOnWhereThePageBeforeEnded() {
    List<RunSummary> first = stores.runs().newest(tenant, 2);

    assertThat(stores.runs().newestBefore(tenant, first.getLast().id(), 2))
        .extracting(RunSummary::id)
        .containsExactly(accepted.get(2), accepted.get(1));
  }

  @Test
  void hidesARunFromOtherTenants() {
    assertThat(stores.runs().find(stores.tenant(), accepted.getFirst())).isEmpty();
  }
}
