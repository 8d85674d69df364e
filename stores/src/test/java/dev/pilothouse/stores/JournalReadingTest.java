package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.TIME;
import static dev.pilothouse.stores.StoredEvents.changedBy;
import static dev.pilothouse.stores.StoredEvents.entry;
import static dev.pilothouse.stores.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.Address;
import dev.pilothouse.model.Address.ParentStep;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Cause;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.StepKey;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.Filter;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.spi.Journal.Marked;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class JournalReadingTest {
  @RegisterExtension static final Stores stores = new Stores();

  /// Transactions of other test classes hold the readers of this one back too.
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final Mark BEGINNING = new Mark(0, 0);

  private final PostgresJournal journal = stores.journal();
  private final TenantId tenant = stores.tenant();

  @Test
  void givesBackAnEventAsItCame() {
    Accepted accepted = stores.accept(tenant, "1");

    JournalEntry found = journal.find(tenant, accepted.id()).orElseThrow();

    assertThat(found.position()).isEqualTo(accepted.position());
    assertThat(found.entry().event()).isEqualTo(event("1"));
    assertThat(found.entry().actor()).isEqualTo("test");
  }

  @Test
  void givesBackBytesUntouched() {
    CloudEvent csv = event("csv", new EventData.Raw("text/csv", "AP8gYSxiCg=="));

    Accepted accepted = journal.accept(tenant, "test", csv).join();

    assertThat(journal.find(tenant, accepted.id()).orElseThrow().entry().event()).isEqualTo(csv);
  }

  @Test
  void givesBackWhatChangedAndWhatCausedIt() {
    NewEntry changed = changedBy(tenant, new Cause(EventId.next(), RunId.next(), 3));
    append(changed);

    assertThat(journal.find(tenant, changed.id()).orElseThrow().entry()).isEqualTo(changed);
  }

  @Test
  void tellsDeedsOfTheHouseFromWhatCameInAndWhatRunsSayOfThemselves() {
    NewEntry renamed = told("tenant.renamed");
    NewEntry asked = told("run.rerun_requested");
    List.of(renamed, told("run.started"), asked, told("run.finished")).forEach(this::append);
    var _ = stores.accept(tenant, "from outside");

    assertThat(journal.deeds(tenant, 10))
        .extracting(found -> found.entry().id())
        .containsExactly(asked.id(), renamed.id());
    assertThat(journal.deeds(tenant, 1)).hasSize(1);
  }

  @Test
  void givesBackWhomAnEntryIsFor() {
    Address step =
        new Address(
            AutomationId.next(),
            Optional.of(new ParentStep(RunId.next(), new StepKey("loop.3.call"))));
    NewEntry called = entry(tenant, "called").addressedTo(step);
    NewEntry asked = entry(tenant, "asked").addressedTo(Address.of(AutomationId.next()));
    append(called);
    append(asked);

    assertThat(journal.find(tenant, called.id()).orElseThrow().entry()).isEqualTo(called);
    assertThat(journal.find(tenant, asked.id()).orElseThrow().entry()).isEqualTo(asked);
  }

  @Test
  void hidesAnEventFromOtherTenants() {
    Accepted accepted = stores.accept(tenant, "1");
    TenantId other = stores.tenant();

    assertThat(journal.find(other, accepted.id())).isEmpty();
    assertThat(journal.page(other, Filter.ALL, Optional.empty(), 10)).isEmpty();
    assertThat(journal.after(other, Filter.ALL, BEGINNING, 10)).isEmpty();
  }

  @Test
  void pagesFromTheNewestOn() {
    List<String> names = List.of("a", "b", "c", "d");
    names.forEach(name -> stores.accept(tenant, name));

    List<JournalEntry> first = journal.page(tenant, Filter.ALL, Optional.empty(), 3);
    List<JournalEntry> second =
        journal.page(tenant, Filter.ALL, Optional.of(first.getLast().position()), 3);

    assertThat(namesOf(first)).containsExactly("d", "c", "b");
    assertThat(namesOf(second)).containsExactly("a");
  }

  @Test
  void filtersByTypeExactOrByItsBeginning() {
    append(of("one", "crm.deal.won", "deal/1"));
    append(of("two", "crm.deal.lost", "deal/2"));
    append(of("three", "crm_deal", "deal/2"));

    assertThat(filtered(type("crm.deal.won"))).containsExactly("one");
    assertThat(filtered(type("crm.*"))).containsExactly("two", "one");
    assertThat(filtered(type("crm.deal.wo"))).isEmpty();
    assertThat(filtered(type("*"))).hasSize(3);
  }

  @Test
  void filtersBySubjectSourceAndTime() {
    append(of("one", "t", "deal/1"));
    append(of("two", "t", ""));
    Instant hence = Instant.now().plusSeconds(600);

    assertThat(filtered(new Filter("", "deal/1", "", Optional.empty(), Optional.empty())))
        .containsExactly("one");
    assertThat(filtered(new Filter("", "", "elsewhere", Optional.empty(), Optional.empty())))
        .isEmpty();
    assertThat(filtered(new Filter("", "", "s", Optional.of(TIME), Optional.of(hence)))).hasSize(2);
    assertThat(filtered(new Filter("", "", "", Optional.of(hence), Optional.empty()))).isEmpty();
    assertThat(filtered(new Filter("", "", "", Optional.empty(), Optional.of(TIME)))).isEmpty();
  }

  @Test
  void findsWhatARunWroteButNotWhatIsToldOfIt() {
    Cause cause = new Cause(EventId.next(), RunId.next(), 1);
    NewEntry changed = changedBy(tenant, cause);
    append(changed);
    append(changedBy(tenant, new Cause(EventId.next(), RunId.next(), 1)));
    append(toldOf(cause));

    List<JournalEntry> written = journal.page(tenant, writtenBy(cause.run()), Optional.empty(), 10);

    assertThat(written).extracting(JournalEntry::entry).containsExactly(changed);
  }

  @Test
  void passesNoTransactionThatIsStillOpen() {
    NewEntry slow = entry(tenant, "slow");

    stores
        .database()
        .asSystem(tx -> {
          var _ = stores.door().append(tx, List.of(slow));
          stores.accept(tenant, "fast");
          assertThat(journal.page(tenant, Filter.ALL, Optional.empty(), 10)).hasSize(1);
          assertThat(journal.after(tenant, Filter.ALL, BEGINNING, 10)).isEmpty();
          return true;
        });

    Wait.until("both can be read", SOON, () -> read(BEGINNING).size() == 2);
    assertThat(read(BEGINNING))
        .extracting(marked -> marked.entry().entry().event().sourceId())
        .containsExactly("slow", "fast");
  }

  @Test
  void goesOnAfterTheLastMark() {
    List.of("a", "b", "c").forEach(name -> stores.accept(tenant, name));
    Wait.until("all can be read", SOON, () -> read(BEGINNING).size() == 3);

    Mark second = read(BEGINNING).get(1).mark();

    assertThat(read(second))
        .extracting(marked -> marked.entry().entry().event().sourceId())
        .containsExactly("c");
    assertThat(read(read(second).getLast().mark())).isEmpty();
  }

  @Test
  void readsFromNowOnWhatComesFromNowOn() {
    stores.accept(tenant, "before");
    Wait.until("it can be read", SOON, () -> read(BEGINNING).size() == 1);

    Mark now = journal.now();
    stores.accept(tenant, "after");

    Wait.until("the later one can be read", SOON, () -> !read(now).isEmpty());
    assertThat(read(now))
        .extracting(marked -> marked.entry().entry().event().sourceId())
        .containsExactly("after");
  }

  private List<Marked> read(Mark mark) {
    return journal.after(tenant, Filter.ALL, mark, 10);
  }

  private List<String> filtered(Filter filter) {
    return namesOf(journal.page(tenant, filter, Optional.empty(), 10));
  }

  private NewEntry told(String type) {
    return NewEntry.fromOurselves(tenant, type, "house", "test", new Json("{}"));
  }

  private void append(NewEntry entry) {
    var _ = stores.database().asSystem(tx -> stores.door().append(tx, List.of(entry)));
  }

  private NewEntry of(String name, String type, String subject) {
    return NewEntry.fromOutside(
        tenant, "test", new CloudEvent("s", name, type, subject, TIME, EventData.NONE));
  }

  /// As the house tells that a run has started or ended.
  private NewEntry toldOf(Cause cause) {
    return new NewEntry(
        EventId.next(),
        tenant,
        new CloudEvent(
            "pilothouse", "told", "run.finished", "run/" + cause.run(), TIME, EventData.NONE),
        Optional.empty(),
        "pilothouse",
        Optional.of(cause));
  }

  private static Filter writtenBy(RunId run) {
    return new Filter("", "", "", Optional.empty(), Optional.empty(), Optional.of(run));
  }

  private static Filter type(String type) {
    return new Filter(type, "", "", Optional.empty(), Optional.empty());
  }

  private static List<String> namesOf(List<JournalEntry> entries) {
    return entries.stream().map(entry -> entry.entry().event().sourceId()).toList();
  }
}
