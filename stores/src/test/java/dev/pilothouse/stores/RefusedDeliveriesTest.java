package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RefusedDeliveriesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final TenantId tenant = stores.tenant();
  private final RefusedDeliveries refused =
      new RefusedDeliveries(stores.database(), new RefusalRate(() -> 0));

  @Test
  void keepsWhatWasRefusedAndWhy() {
    refused.keep(tenant, refusal("https://crm.example"));

    assertThat(kept()).hasSize(1);
    assertThat(kept().getFirst())
        .containsEntry("source", "https://crm.example")
        .containsEntry("status", 400)
        .containsEntry("reason", "The event has no type.");
  }

  @Test
  void countsOnlyWhatComesTooFast() {
    IntStream.range(0, 103).forEach(_ -> refused.keep(tenant, refusal("s")));

    assertThat(kept()).hasSize(100);
    assertThat(refused.countedOnly()).isEqualTo(3);
  }

  @Test
  void keepsTextThatNoDatabaseHolds() {
    refused.keep(tenant, refusal("a\0b\uD800" + "x".repeat(5_000)));

    assertThat(kept().getFirst().get("source"))
        .asString()
        .startsWith("a\uFFFDb\uFFFDxxx")
        .hasSize(1_000);
  }

  private List<Map<String, @Nullable Object>> kept() {
    return stores
        .database()
        .as(tenant, jdbc -> jdbc.sql("select * from refused_delivery").query().listOfRows());
  }

  private static Refusal refusal(String source) {
    return new Refusal("key/1", source, "1", "", 400, "The event has no type.", 12);
  }
}
