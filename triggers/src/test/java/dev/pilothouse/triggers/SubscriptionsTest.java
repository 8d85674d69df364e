package dev.pilothouse.triggers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Matching.Changes;
import dev.pilothouse.spi.Matching.Index;
import dev.pilothouse.spi.Matching.Indexed;
import dev.pilothouse.spi.Matching.Match;
import dev.pilothouse.spi.Matching.Source;
import dev.pilothouse.spi.Matching.Terms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubscriptionsTest {
  private final TenantId tenant = TenantId.next();
  private final List<TenantId> reads = new ArrayList<>();
  private Index published = index(1);
  private Optional<Changes> changes = Optional.empty();
  private final Subscriptions subscriptions = new Subscriptions(new Shelf(), new Chains());

  private final class Shelf implements Source {
    @Override
    public Index published(TenantId asked) {
      reads.add(asked);
      return published;
    }

    @Override
    public Optional<Changes> changed(TenantId asked, long since) {
      return changes;
    }
  }

  @Test
  void startsWhatIsPublishedForTheEvent() {
    AutomationVersion deals = version("Deals", "crm.*");
    published = index(1, deals, version("Mail", "mail.received"));

    assertThat(match("crm.deal.created", 1)).containsExactly(new Match(deals, false, Terms.FREE));
    assertThat(match("task.created", 1)).isEmpty();
  }

  @Test
  void startsWhomAnEntryIsForWhateverItListensToAndNobodyElse() {
    AutomationVersion called = version("Called", "mail.received");
    published = index(1, called, version("Deals", "crm.*"));
    NewEntry entry = entry(tenant, "crm.deal.created");

    assertThat(subscriptions.match(entry.addressedTo(Address.of(called.automation())), 1))
        .containsExactly(new Match(called, false, Terms.FREE));
    assertThat(subscriptions.match(entry.addressedTo(Address.of(AutomationId.next())), 1))
        .isEmpty();
  }

  @Test
  void worksOutTheConcurrencyKey() {
    published =
        index(1, version("Deals", "crm.*", ", \"concurrency\": {\"key\": \"${event.subject}\"}"));

    assertThat(match("crm.deal.created", 1))
        .extracting(Match::terms)
        .containsExactly(Terms.inTurn("deal/42"));
  }

  @Test
  void tellsOfAnyVersionWhatItWaitsForWhetherItIsInForceOrNot() {
    String key = ", \"concurrency\": {\"key\": \"${event.subject}\"}";
    NewEntry entry = entry(tenant, "crm.deal.created");

    assertThat(subscriptions.terms(version("Old", "mail.received", key), entry))
        .contains(Terms.inTurn("deal/42"));
    assertThat(subscriptions.terms(version("Newer", "x", ", \"of_tomorrow\": 1"), entry)).isEmpty();
    assertThat(reads).isEmpty();
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
    published = index(3, newer);

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
    published = index(1, bad, good);

    assertThat(match("x", 1)).extracting(Match::version).containsExactly(good);
  }

  @Test
  void tellsWhatIsPaused() {
    published = new Index(1, List.of(new Indexed(version("Stopped", "x"), true)));

    assertThat(match("x", 1)).extracting(Match::paused).containsExactly(true);
  }

  @Test
  void readsOnlyWhatHasChangedSince() {
    AutomationVersion stays = version("Stays", "x");
    AutomationVersion leaves = version("Leaves", "x");
    published = index(1, stays, leaves);
    match("x", 1);
    AutomationVersion comes = version("Comes", "x");
    changes =
        Optional.of(
            new Changes(
                3,
                List.of(new Indexed(comes, false), new Indexed(stays, true)),
                Set.of(leaves.automation())));

    assertThat(match("x", 2))
        .containsExactlyInAnyOrder(
            new Match(stays, true, Terms.FREE), new Match(comes, false, Terms.FREE));
    assertThat(reads).hasSize(1);
  }

  @Test
  void hearsByConditionAndSharesIt() {
    AutomationVersion won = version("Won", "crm.*", "event.subject == 'deal/42'", "");
    AutomationVersion too = version("Too", "crm.*", "event.subject == 'deal/42'", "");
    published = index(1, won, version("Not", "crm.*", "event.subject == 'x'", ""), too);

    assertThat(match("crm.deal.won", 1))
        .extracting(Match::version)
        .containsExactlyInAnyOrder(won, too);
  }

  @Test
  void keepsTenantsApart() {
    published = index(1, version("Mine", "x"));
    match("x", 1);
    published = index(1);

    NewEntry strangers = entry(TenantId.next(), "x");

    assertThat(subscriptions.match(strangers, 1)).isEmpty();
    assertThat(match("x", 1)).hasSize(1);
  }

  @Test
  void needsNoReadForWhatItWasGivenBefore() {
    AutomationVersion known = version("Known", "x");
    subscriptions.read(Map.of(tenant, index(2, known)));
    subscriptions.read(Map.of(tenant, index(1)));

    assertThat(match("x", 2)).hasSize(1);
    assertThat(reads).isEmpty();
  }

  private List<Match> match(String type, long epoch) {
    return subscriptions.match(entry(tenant, type), epoch);
  }

  private static Index index(long epoch, AutomationVersion... versions) {
    return new Index(
        epoch, Stream.of(versions).map(version -> new Indexed(version, false)).toList());
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
    return version(name, type, "true", more);
  }

  private static AutomationVersion version(String name, String type, String when, String more) {
    Json definition =
        new Json(
            """
            {"name": "%s", "on": [{"event": "%s", "when": "%s"}]%s, "steps": [{"do": "transform", "with": {}}]}\
            """
                .formatted(name, type, when, more));
    return new AutomationVersion(AutomationId.next(), VersionId.of(definition), name, definition);
  }
}
