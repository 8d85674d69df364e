package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.EventTypes.Seen;
import dev.pilothouse.spi.EventTypes.Shaping;
import dev.pilothouse.spi.EventTypes.Sighting;
import dev.pilothouse.spi.EventTypes.Whole;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresEventTypesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Instant FIRST = Instant.parse("2026-11-20T09:00:00Z");
  private static final Instant LAST = Instant.parse("2026-11-20T10:00:00Z");

  private final PostgresEventTypes types = new PostgresEventTypes(stores.database());
  private final TenantId tenant = stores.tenant();

  @Test
  void addsUpWhatHasComeOfAType() {
    EventId newest = EventId.next();
    add(learnt("shop.sent", 2, "a"));
    types.add(
        tenant,
        List.of(
            new Sighting(
                new Seen("shop.sent", 3, LAST, LAST.plusSeconds(1), newest),
                false,
                Set.of("shop/2"),
                Optional.of(appending("b")))));

    Whole found = types.find(tenant, "shop.sent").orElseThrow();
    assertThat(found.seen())
        .isEqualTo(new Seen("shop.sent", 5, FIRST, LAST.plusSeconds(1), newest));
    assertThat(found.sources()).containsExactlyInAnyOrder("shop", "shop/2");
    assertThat(found.shape()).hasValue(new Json("\"ab\""));
  }

  @Test
  void keepsTheShapeWhereNothingIsAddedToIt() {
    add(learnt("shop.sent", 1, "a"));
    add(counted("shop.sent", false));

    assertThat(types.find(tenant, "shop.sent").orElseThrow().shape()).hasValue(new Json("\"a\""));
  }

  @Test
  void knowsWhichWereLearnt() {
    add(learnt("shop.sent", 1, "a"), counted("crm.deal.won", true), counted("shop.lost", false));

    assertThat(types.learnt(tenant)).containsExactly("shop.sent");
    assertThat(types.find(tenant, "crm.deal.won").orElseThrow().shape()).isEmpty();
    assertThat(types.find(tenant, "shop.lost")).as("nothing was seen of it").isEmpty();
  }

  @Test
  void listsThemByNamePageByPage() {
    add(
        learnt("shop.b", 1, ""),
        learnt("shop.a", 1, ""),
        learnt("Shop.c", 1, ""),
        learnt("x", 1, ""));

    assertThat(names("", Optional.empty(), 10)).containsExactly("Shop.c", "shop.a", "shop.b", "x");
    assertThat(names("shop.", Optional.empty(), 1)).containsExactly("shop.a");
    assertThat(names("shop.", Optional.of("shop.a"), 10)).containsExactly("shop.b");
    assertThat(names("shop_", Optional.empty(), 10)).isEmpty();
  }

  @Test
  void showsNobodyTheTypesOfOthers() {
    add(learnt("shop.sent", 1, "a"));
    TenantId other = stores.tenant();

    assertThat(types.find(other, "shop.sent")).isEmpty();
    assertThat(types.page(other, "", Optional.empty(), 10)).isEmpty();
    assertThat(types.learnt(other)).isEmpty();
  }

  @Test
  void keepsNoMoreThanThereMayBeAndThoseThatCameOften() {
    PostgresEventTypes few = new PostgresEventTypes(stores.database(), 3);
    few.add(tenant, List.of(learnt("often", 9, ""), learnt("rare", 1, ""), learnt("rarer", 2, "")));
    few.add(tenant, List.of(learnt("new", 1, ""), learnt("crm", 1, ""), counted("task", true)));

    assertThat(few.learnt(tenant)).containsExactlyInAnyOrder("often", "new", "crm");
    assertThat(few.find(tenant, "task")).isPresent();

    few.add(tenant, List.of(learnt("new", 9, ""), learnt("crm", 9, ""), learnt("late", 1, "")));
    assertThat(few.learnt(tenant)).containsExactlyInAnyOrder("often", "new", "crm");
  }

  @Test
  void takesAFloodOfTypesInBounds() {
    PostgresEventTypes few = new PostgresEventTypes(stores.database(), 50);
    few.add(tenant, IntStream.range(0, 2_000).mapToObj(i -> learnt("flood." + i, 1, "")).toList());
    few.add(tenant, List.of(learnt("y".repeat(201), 1, "")));

    assertThat(few.learnt(tenant)).hasSize(50).allMatch(type -> type.startsWith("flood."));
  }

  @Test
  void losesNothingWhereProcessesAddAtOnce() {
    List<CompletableFuture<Void>> all =
        Stream.generate(() -> CompletableFuture.runAsync(() -> add(learnt("shop.sent", 1, "a"))))
            .limit(20)
            .toList();
    all.forEach(CompletableFuture::join);

    Whole found = types.find(tenant, "shop.sent").orElseThrow();
    assertThat(found.seen().count()).isEqualTo(20);
    assertThat(found.shape()).hasValue(new Json("\"" + "a".repeat(20) + "\""));
  }

  private void add(Sighting... sightings) {
    types.add(tenant, List.of(sightings));
  }

  private List<String> names(String beginning, Optional<String> after, int limit) {
    return types.page(tenant, beginning, after, limit).stream().map(Seen::type).toList();
  }

  private static Sighting learnt(String type, long count, String letter) {
    return new Sighting(
        new Seen(type, count, FIRST, LAST, EventId.next()),
        false,
        Set.of("shop"),
        Optional.of(appending(letter)));
  }

  private static Sighting counted(String type, boolean declared) {
    return new Sighting(
        new Seen(type, 1, FIRST, LAST, EventId.next()), declared, Set.of("shop"), Optional.empty());
  }

  /// To the text of the shape that is known.
  private static Shaping appending(String letter) {
    return known ->
        new Json("\"" + known.map(it -> it.text().replace("\"", "")).orElse("") + letter + "\"");
  }
}
