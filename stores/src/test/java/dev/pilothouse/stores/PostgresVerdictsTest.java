package dev.pilothouse.stores;

import static java.util.Comparator.comparing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.StoredVerdict.Kind;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Listeners;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Verdicts.Bounds;
import dev.pilothouse.spi.Verdicts.LookBack;
import dev.pilothouse.spi.Verdicts.Question;
import dev.pilothouse.spi.Verdicts.Refused;
import dev.pilothouse.spi.Verdicts.Tally;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresVerdictsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Bounds WIDE = new Bounds(1_000, 100);

  private final PostgresVerdicts verdicts = new PostgresVerdicts(stores.database());
  private final TenantId tenant = stores.tenant();
  private final AutomationId greet = created("Greet", "a");

  // ------------------------------------------------------------------ what is kept

  @Test
  void tellsWhatIsKeptWithTheNumberOfTheVersion() {
    publish(greet);
    save(greet, "Greet", "b");
    publish(greet);
    Accepted accepted = send("a");

    assertThat(verdicts.kept(tenant, List.of(accepted.id()), List.of(greet)))
        .singleElement()
        .satisfies(verdict -> {
          assertThat(verdict.kind()).isEqualTo(Kind.FIRED);
          assertThat(verdict.version().number()).isEqualTo(2);
          assertThat(verdict.run()).contains(accepted.runs().getFirst());
        });
    assertThat(verdicts.kept(tenant, List.of(EventId.next()), List.of(greet))).isEmpty();
    assertThat(verdicts.kept(stores.tenant(), List.of(accepted.id()), List.of(greet))).isEmpty();
  }

  @Test
  void readsRefusalsFromTheNewestOn() {
    publish(greet);
    stores.pause(tenant, greet);
    List<EventId> sent =
        IntStream.range(0, 5)
            .mapToObj(_ -> send("a").id())
            .sorted(comparing(EventId::toString))
            .toList();

    List<Refused> first = refused(question(), Kind.PAUSED, Optional.empty(), 3);
    List<Refused> second =
        refused(question(), Kind.PAUSED, Optional.of(first.getLast().verdict().event()), 3);

    assertThat(first)
        .extracting(it -> it.verdict().event(), it -> it.entry().entry().id())
        .containsExactly(
            tuple(sent.get(4), sent.get(4)),
            tuple(sent.get(3), sent.get(3)),
            tuple(sent.get(2), sent.get(2)));
    assertThat(second).hasSize(2);
    assertThat(refused(question(), Kind.THROTTLED, Optional.empty(), 3)).isEmpty();
  }

  @Test
  void readsRefusalsOfATimeAlone() {
    publish(greet);
    stores.pause(tenant, greet);
    List<JournalEntry> sent = IntStream.range(0, 3).mapToObj(_ -> entry(send("a").id())).toList();
    Question middle =
        new Question(
            tenant,
            greet,
            Optional.of(sent.get(1).recordedAt()),
            Optional.of(sent.get(2).recordedAt()));

    assertThat(refused(middle, Kind.PAUSED, Optional.empty(), 9))
        .extracting(it -> it.verdict().event())
        .containsExactly(sent.get(1).entry().id());
    Question longAgo =
        new Question(
            tenant,
            greet,
            Optional.of(Instant.parse("0001-01-01T00:00:00Z")),
            Optional.of(Instant.parse("0002-01-01T00:00:00Z")));
    assertThat(refused(longAgo, Kind.PAUSED, Optional.empty(), 9)).isEmpty();
  }

  // ------------------------------------------------------------------ how many

  @Test
  void countsWhatCameOfEachEvent() {
    publish(greet);
    AutomationId held = created("Held", "a");
    publish(held);
    EventId both = send("a").id();
    stores.pause(tenant, held);
    EventId one = send("a").id();

    assertThat(verdicts.tallies(tenant, List.of(both, one, EventId.next())))
        .isEqualTo(Map.of(both, new Tally(2, 0, false), one, new Tally(1, 1, false)));
    assertThat(verdicts.tallies(stores.tenant(), List.of(both))).isEmpty();
    assertThat(verdicts.tallies(tenant, List.of())).isEmpty();
  }

  @Test
  void countsNoFurtherThanAPageCanPayFor() {
    EventId event = EventId.next();
    stores.change(
        """
        insert into verdict (tenant_id, event_id, automation_id, hash, verdict, epoch)
        select ?, ?, gen_random_uuid(), '', 'fired', 0 from generate_series(1, 150)\
        """,
        tenant.value(),
        event.value());

    assertThat(verdicts.tallies(tenant, List.of(event)).get(event))
        .isEqualTo(new Tally(100, 0, true));
  }

  // ------------------------------------------------------------------ looking back

  @Test
  void findsWhatAnyVersionListensOrListenedTo() {
    publish(greet);
    save(greet, "Greet", "b.*");
    publish(greet);
    send("a");
    send("b.one");
    send("c");

    LookBack found = verdicts.lookBack(question(), Optional.empty(), WIDE);

    assertThat(types(found)).containsExactly("b.one", "a");
    assertThat(found.looked()).isEqualTo(5); // with two entries about publishing
    assertThat(found.goOn()).isEmpty();
  }

  @Test
  void findsWhatADraftWouldListenToWhereNothingWasPublished() {
    send("a");
    send("b");

    assertThat(types(verdicts.lookBack(question(), Optional.empty(), WIDE))).containsExactly("a");
  }

  @Test
  void findsWhatIsForItAloneAndNothingThatIsForAnother() {
    AutomationId other = created("Other", "x");
    publish(greet);
    publish(other);
    sendTo(greet, "x");
    sendTo(other, "a");

    assertThat(types(verdicts.lookBack(question(), Optional.empty(), WIDE))).containsExactly("x");
  }

  @Test
  void findsForAllFromOutsideNothingOfOurOwn() {
    save(greet, "Greet", "*");
    publish(greet);
    send("a");

    assertThat(types(verdicts.lookBack(question(), Optional.empty(), WIDE))).containsExactly("a");
  }

  @Test
  void endsAtItsBoundsAndGoesOnFromThere() {
    publish(greet);
    List<EventId> sent =
        List.of(send("a").id(), send("z").id(), send("a").id(), send("z").id(), send("a").id());

    LookBack one = verdicts.lookBack(question(), Optional.empty(), new Bounds(100, 1));
    LookBack two = verdicts.lookBack(question(), one.goOn(), new Bounds(2, 9));
    LookBack three = verdicts.lookBack(question(), two.goOn(), new Bounds(2, 9));
    LookBack four = verdicts.lookBack(question(), three.goOn(), new Bounds(2, 9));

    assertThat(ids(one)).containsExactly(sent.get(4));
    assertThat(one.looked()).isOne();
    assertThat(ids(two)).containsExactly(sent.get(2));
    assertThat(two.backTo()).contains(entry(sent.get(2)).recordedAt());
    assertThat(ids(three)).containsExactly(sent.get(0));
    assertThat(ids(four)).isEmpty();
    assertThat(four.goOn()).isEmpty();
  }

  @Test
  void looksBackWithinATimeAlone() {
    publish(greet);
    List<EventId> sent = IntStream.range(0, 4).mapToObj(_ -> send("a").id()).toList();
    Question middle =
        new Question(
            tenant,
            greet,
            Optional.of(entry(sent.get(1)).recordedAt()),
            Optional.of(entry(sent.get(3)).recordedAt()));

    assertThat(ids(verdicts.lookBack(middle, Optional.empty(), WIDE)))
        .containsExactly(sent.get(2), sent.get(1));
  }

  @Test
  void goesStraightToATimeAndStopsBehindIt() {
    publish(greet);
    Instant begun = Instant.parse("2026-01-01T00:00:00Z");
    stores.change(
        """
        insert into journal (id, tenant_id, source, source_id, type, subject, time, data, actor, recorded_at)
        select uuidv7(), ?, '/crm', n::text, 'a', n::text, now(), 'null', 'test', ?::timestamptz + n * interval '1 hour'
        from generate_series(0, 2999) n\
        """,
        tenant.value(),
        begun.toString());
    Question hours =
        new Question(
            tenant,
            greet,
            Optional.of(begun.plusSeconds(3_600 * 1_000)),
            Optional.of(begun.plusSeconds(3_600 * 1_003)));

    LookBack found = verdicts.lookBack(hours, Optional.empty(), WIDE);

    assertThat(found.found())
        .extracting(it -> it.entry().event().subject())
        .containsExactly("1002", "1001", "1000");
    assertThat(found.looked()).isEqualTo(4);
    assertThat(found.goOn()).isEmpty();
  }

  @Test
  void looksIntoNobodyElsesJournal() {
    publish(greet);
    send("a");
    Question theirs = new Question(stores.tenant(), greet, Optional.empty(), Optional.empty());

    assertThat(verdicts.lookBack(theirs, Optional.empty(), WIDE).found()).isEmpty();
  }

  // ------------------------------------------------------------------ who listens

  @Test
  void knowsWhoListenedThenAndWhoDoesNow() {
    publish(greet);
    JournalEntry ofA = entry(send("a").id());
    AutomationId later = created("Later", "a");
    AutomationId never = created("Never", "other");
    save(greet, "Greet", "b");
    publish(greet);

    assertThat(listening(ofA)).containsExactly(greet, later);
    assertThat(listening(entry(unheard("b")))).containsExactly(greet);
    assertThat(listening(entry(unheard("other")))).containsExactly(never);
  }

  @Test
  void leavesOutWhatWasPutAway() {
    AutomationId away = created("Away", "a");
    publish(away);
    JournalEntry before = entry(unheard("a"));
    var _ = stores.publications().archive(order(away));

    assertThat(listening(before)).contains(away);
    assertThat(listening(entry(unheard("a")))).doesNotContain(away);
  }

  @Test
  void knowsOfWhomSomethingIsKeptWhateverItListensTo() {
    publish(greet);

    assertThat(listening(entry(send("unexpected").id()))).containsExactly(greet);
  }

  @Test
  void looksForListenersByPages() {
    List<AutomationId> all =
        List.of(greet, created("Two", "x"), created("Three", "a"), created("Four", "*"));
    JournalEntry event = entry(unheard("a"));

    Listeners first = listeners(event, Optional.empty(), 2);
    Listeners second = listeners(event, first.goOn(), 2);
    Listeners third = listeners(event, second.goOn(), 2);

    assertThat(Stream.of(first, second).flatMap(page -> ids(page).stream()))
        .containsExactlyInAnyOrder(all.get(0), all.get(2), all.get(3));
    assertThat(List.of(first.looked(), second.looked(), third.looked())).containsExactly(2, 2, 0);
    assertThat(third.goOn()).isEmpty();
  }

  private List<AutomationId> listening(JournalEntry event) {
    return ids(listeners(event, Optional.empty(), 1_000));
  }

  private Listeners listeners(JournalEntry event, Optional<AutomationId> after, int look) {
    return stores.automations().listening(tenant, event, after, look);
  }

  private static List<AutomationId> ids(Listeners listeners) {
    return listeners.automations().stream().map(Automation::id).toList();
  }

  private Question question() {
    return new Question(tenant, greet, Optional.empty(), Optional.empty());
  }

  private List<Refused> refused(Question question, Kind kind, Optional<EventId> before, int limit) {
    return verdicts.refused(question, Set.of(kind), before, limit);
  }

  private static List<String> types(LookBack found) {
    return found.found().stream().map(it -> it.entry().event().type()).toList();
  }

  private static List<EventId> ids(LookBack found) {
    return found.found().stream().map(it -> it.entry().id()).toList();
  }

  private JournalEntry entry(EventId id) {
    return stores.journal().find(tenant, id).orElseThrow();
  }

  private Accepted send(String type) {
    return stores.journal().accept(tenant, "test", event(type)).join();
  }

  private Accepted sendTo(AutomationId automation, String type) {
    return stores
        .journal()
        .accept(tenant, "test", event(type), Optional.of(Address.of(automation)))
        .join();
  }

  /// An event that starts nothing.
  private EventId unheard(String type) {
    try (PostgresJournal quiet =
        new PostgresJournal(
            stores.database(),
            new JournalWriter((_, _) -> List.of(), Optional.empty()),
            stores.started())) {
      return quiet.accept(tenant, "test", event(type)).join().id();
    }
  }

  private static CloudEvent event(String type) {
    return new CloudEvent(
        "/crm", UUID.randomUUID().toString(), type, "", StoredEvents.TIME, EventData.NONE);
  }

  private AutomationId created(String name, String event) {
    return stores.automations().create(tenant, name, draft(name, event), "test").orElseThrow();
  }

  private void save(AutomationId id, String name, String event) {
    String seen = stores.automations().find(tenant, id).orElseThrow().draft().tag();
    var _ = stores.automations().save(tenant, id, seen, draft(name, event), "test");
  }

  private static Draft draft(String name, String event) {
    return Draft.of(
        new Json(
            "{\"name\": \"%s\", \"on\": [{\"manual\": \"Go\"}, {\"event\": \"%s\"}], \"steps\": []}"
                .formatted(name, event)));
  }

  private void publish(AutomationId id) {
    assertThat(stores.publish(tenant, id)).isInstanceOf(Publications.Answer.Done.class);
  }

  private Publications.Order order(AutomationId id) {
    return new Publications.Order(tenant, id, "test", "");
  }
}
