package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.KeptRefusal;
import dev.pilothouse.spi.Journal.Refusal;
import dev.pilothouse.spi.Journal.RefusedFilter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  // ------------------------------------------------------------------ reading them

  @Test
  void readsThemFromTheNewestOn() {
    List.of("/a", "/b", "/c").forEach(source -> refused.keep(tenant, refusal(source)));

    List<KeptRefusal> first = read(RefusedFilter.ALL, Optional.empty(), 2);
    List<KeptRefusal> second = read(RefusedFilter.ALL, Optional.of(first.getLast().number()), 2);

    assertThat(sources(first)).containsExactly("/c", "/b");
    assertThat(sources(second)).containsExactly("/a");
    assertThat(second.getFirst().refusal()).isEqualTo(refusal("/a"));
  }

  @Test
  void readsThoseOfOneSourceAlone() {
    List.of("/a", "/b", "/a").forEach(source -> refused.keep(tenant, refusal(source)));

    assertThat(sources(read(of("/a", Optional.empty(), Optional.empty()))))
        .containsExactly("/a", "/a");
    assertThat(read(of("/c", Optional.empty(), Optional.empty()))).isEmpty();
  }

  @Test
  void readsThoseOfATimeAlone() {
    List.of("/a", "/b", "/c").forEach(source -> refused.keep(tenant, refusal(source)));
    Instant middle = receivedAt("/b");
    Instant last = receivedAt("/c");

    assertThat(sources(read(of("", Optional.of(middle), Optional.of(last))))).containsExactly("/b");
  }

  @Test
  void goesByTheTimeWhereNumbersWereDrawnInAnotherOrder() {
    List.of("/late", "/early").forEach(source -> refused.keep(tenant, refusal(source)));
    stores.change(
        "update refused_delivery set received_at = now() - interval '1 h' where tenant_id = ? and source = '/early'",
        tenant.value());

    List<KeptRefusal> first = read(RefusedFilter.ALL, Optional.empty(), 1);

    assertThat(sources(first)).containsExactly("/late");
    assertThat(sources(read(RefusedFilter.ALL, Optional.of(first.getLast().number()), 9)))
        .containsExactly("/early");
  }

  @Test
  void endsWhereTheLastOneSeenWasForgotten() {
    refused.keep(tenant, refusal("/a"));

    assertThat(read(RefusedFilter.ALL, Optional.of(Long.MAX_VALUE), 9)).isEmpty();
  }

  @Test
  void showsNobodyWhatOthersWereRefused() {
    refused.keep(tenant, refusal("/a"));

    assertThat(stores.journal().refused(stores.tenant(), RefusedFilter.ALL, Optional.empty(), 9))
        .isEmpty();
  }

  private Instant receivedAt(String source) {
    return read(of(source, Optional.empty(), Optional.empty())).getFirst().receivedAt();
  }

  private List<KeptRefusal> read(RefusedFilter filter) {
    return read(filter, Optional.empty(), 9);
  }

  private List<KeptRefusal> read(RefusedFilter filter, Optional<Long> cursor, int limit) {
    return stores.journal().refused(tenant, filter, cursor, limit);
  }

  private static RefusedFilter of(String source, Optional<Instant> from, Optional<Instant> until) {
    return new RefusedFilter(source, from, until);
  }

  private static List<String> sources(List<KeptRefusal> found) {
    return found.stream().map(it -> it.refusal().source()).toList();
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
