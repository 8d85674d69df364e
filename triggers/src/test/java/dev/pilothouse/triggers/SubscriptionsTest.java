package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Matching.Index;
import dev.pilothouse.spi.Matching.Match;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
  private final TenantId tenant = TenantId.next();
  private final List<TenantId> reads = new ArrayList<>();
  private Index published = new Index(1, List.of());
  private final Subscriptions subscriptions =
      new Subscriptions(
          asked -> {
            reads.add(asked);
            return published;
          },
          new Chains());

  @Test
  void startsWhatIsPublishedForTheEvent() {
    AutomationVersion deals = version("Deals", "crm.*");
    published = new Index(1, List.of(deals, version("Mail", "mail.received")));

    assertThat(match("crm.deal.created", 1)).containsExactly(new Match(deals, ""));
    assertThat(match("task.created", 1)).isEmpty();
  }

  @Test
  void worksOutTheConcurrencyKey() {
    published =
        new Index(
            1,
            List.of(
                version("Deals", "crm.*", ", \"concurrency\": {\"key\": \"${event.subject}\"}")));

    assertThat(match("crm.deal.created", 1))
        .extracting(Match::concurrencyKey)
        .containsExactly("deal/42");
  }

  @Test
  void readsTheIndexOnceForAsLongAsItIsNewEnough() {
    match("x", 1);
    match("x", 1);

    assertThat(reads).containsExactly(tenant);
  }

  @Test
  void readsAnewOnlyWhenWhatItKnowsIsOlder() {
    match("x", 1);
    AutomationVersion newer = version("Newer", "x");
    published = new Index(3, List.of(newer));

    assertThat(match("x", 2)).extracting(Match::version).containsExactly(newer);
    assertThat(match("x", 3)).hasSize(1);
    assertThat(match("x", 2)).hasSize(1);

    assertThat(reads).hasSize(2);
  }

  @Test
  void asksNobodyForATenantThatNeverPublished() {
    assertThat(match("x", 0)).isEmpty();

    assertThat(reads).isEmpty();
  }

  @Test
  void skipsAVersionThatItCannotRead() {
    AutomationVersion good = version("Good", "x");
    Json strange = new Json("{\"name\": \"Of tomorrow\", \"teleport\": true}");
    AutomationVersion bad =
        new AutomationVersion(AutomationId.next(), VersionId.of(strange), "Of tomorrow", strange);
    published = new Index(1, List.of(bad, good));

    assertThat(match("x", 1)).extracting(Match::version).containsExactly(good);
  }

  @Test
  void keepsTenantsApart() {
    published = new Index(1, List.of(version("Mine", "x")));
    match("x", 1);
    published = new Index(1, List.of());

    NewEntry strangers = entry(TenantId.next(), "x");

    assertThat(subscriptions.match(strangers, 1)).isEmpty();
    assertThat(match("x", 1)).hasSize(1);
  }

  @Test
  void needsNoReadForWhatItWasGivenBefore() {
    AutomationVersion known = version("Known", "x");
    subscriptions.read(Map.of(tenant, new Index(2, List.of(known))));
    subscriptions.read(Map.of(tenant, new Index(1, List.of())));

    assertThat(match("x", 2)).hasSize(1);
    assertThat(reads).isEmpty();
  }

  private List<Match> match(String type, long epoch) {
    return subscriptions.match(entry(tenant, type), epoch);
  }

  private static NewEntry entry(TenantId tenant, String type) {
    return NewEntry.fromOutside(
        tenant,
        "test",
        new CloudEvent(
            "test", "1", type, "deal/42", Instant.EPOCH, new EventData.Parsed(Json.NULL)));
  }

  private static AutomationVersion version(String name, String type) {
    return version(name, type, "");
  }

  private static AutomationVersion version(String name, String type, String more) {
    Json definition =
        new Json(
            """
            {"name": "%s", "on": [{"event": "%s"}]%s, "steps": [{"do": "transform", "with": {}}]}\
            """
                .formatted(name, type, more));
    return new AutomationVersion(AutomationId.next(), VersionId.of(definition), name, definition);
  }
}
