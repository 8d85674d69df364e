package dev.pilothouse.stores;

import static dev.pilothouse.model.AutomationState.ARCHIVED;
import static dev.pilothouse.model.AutomationState.DRAFT;
import static dev.pilothouse.model.AutomationState.PAUSED;
import static dev.pilothouse.model.AutomationState.PUBLISHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations.Automation;
import dev.pilothouse.spi.Automations.Saved;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Matching.Index;
import dev.pilothouse.spi.Matching.Indexed;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Publications.AsOf;
import dev.pilothouse.spi.Publications.Change;
import dev.pilothouse.spi.Publications.InForce;
import dev.pilothouse.spi.Publications.Order;
import dev.pilothouse.spi.Publications.Publication;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPublicationsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresAutomations automations = stores.automations();
  private final PostgresPublications publications = stores.publications();
  private final TenantId tenant = stores.tenant();
  private final AutomationId greet = created("Greet");

  @Test
  void publishesTheDraftAsItIsStored() {
    Publication done = done(publish());

    Index index = index();
    AutomationVersion version = index.automations().getFirst().version();
    assertThat(index).isEqualTo(new Index(1, List.of(new Indexed(version, false))));
    assertThat(version.version()).isEqualTo(VersionId.of(version.definition()));
    assertThat(done.version().orElseThrow().hash()).isEqualTo(version.version());
    assertThat(found().published()).isEqualTo(done.version());
    assertThat(found().state()).isEqualTo(PUBLISHED);
    assertThat(found().unpublished()).isFalse();
  }

  @Test
  void publishesNoOtherDraftThanTheOneThatWasChecked() {
    String checked = tag();
    redraft("[1]");

    assertThat(publications.publish(order(), checked)).isEqualTo(new Answer.Stale());
    assertThat(index().automations()).isEmpty();
  }

  @Test
  void changesNothingWhenTheSameIsPublishedAgain() {
    publish();

    assertThat(publish()).isEqualTo(new Answer.Unchanged());
    assertThat(index().epoch()).isEqualTo(1);
    assertThat(history()).hasSize(1);
    assertThat(told()).containsExactly("automation.published");
  }

  @Test
  void numbersVersionsAndKeepsTheNumberOfOneThatComesBack() {
    VersionId first = version(publish());
    redraft("[1]");
    publish();
    redraft("[]");

    Publication back = done(publish());

    assertThat(back.version().orElseThrow().hash()).isEqualTo(first);
    assertThat(back.version().orElseThrow().number()).isEqualTo(1);
    assertThat(index().epoch()).isEqualTo(3);
    assertThat(inIndex()).containsExactly(tuple(first, false));
  }

  @Test
  void letsOneOfTwoPublishWhoPublishAtOnce() {
    String seen = tag();
    List<CompletableFuture<Answer>> both =
        IntStream.range(0, 2)
            .mapToObj(_ -> CompletableFuture.supplyAsync(() -> publications.publish(order(), seen)))
            .toList();

    List<Answer> answers = both.stream().map(CompletableFuture::join).toList();

    assertThat(answers).filteredOn(Answer.Done.class::isInstance).hasSize(1);
    assertThat(answers).contains(new Answer.Unchanged());
    assertThat(history()).hasSize(1);
  }

  @Test
  void givesEachPublishAnEpochOfItsOwn() {
    List<AutomationId> many =
        IntStream.range(0, 8).mapToObj(number -> created("Many " + number)).toList();

    List<Long> epochs =
        many.stream()
            .map(id -> CompletableFuture.supplyAsync(() -> stores.publish(tenant, id)))
            .toList()
            .stream()
            .map(it -> done(it.join()).epoch())
            .toList();

    assertThat(epochs).containsExactlyInAnyOrder(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
  }

  @Test
  void publishesWhatWasSavedBeforeItOrNothing() {
    String seen = tag();

    CompletableFuture<Answer> publish =
        stores
            .database()
            .as(
                tenant,
                jdbc -> {
                  jdbc.sql("update automation set source_text = 'another' where id = ?")
                      .param(greet.value())
                      .update();
                  CompletableFuture<Answer> waiting =
                      CompletableFuture.supplyAsync(() -> publications.publish(order(), seen));
                  stores.untilSomeoneWaitsForARow();
                  return waiting;
                });

    assertThat(publish.join()).isEqualTo(new Answer.Stale());
  }

  @Test
  void refusesANameThatAnotherHasByNow() {
    AutomationId other = created("Other");
    stores.publish(tenant, other);
    save(greet, "{\"name\": \"Other\", \"steps\": []}");

    assertThat(publish()).isEqualTo(new Answer.NameTaken());
    assertThat(found().state()).isEqualTo(DRAFT);
    assertThat(history()).isEmpty();
    assertThat(told()).isEmpty();
  }

  @Test
  void keepsWhatIsPausedInTheIndexWithAMark() {
    VersionId version = version(publish());

    Publication paused = done(publications.pause(order("Wait for legal")));

    assertThat(inIndex()).containsExactly(tuple(version, true));
    assertThat(index().epoch()).isEqualTo(2);
    assertThat(paused)
        .extracting(Publication::change, Publication::state, Publication::note)
        .containsExactly(Change.PAUSED, PAUSED, "Wait for legal");
    assertThat(paused.version().orElseThrow().hash()).isEqualTo(version);
    assertThat(found().state()).isEqualTo(PAUSED);
  }

  @Test
  void startsNothingWhilePausedAndAgainWhenResumed() {
    publish();
    publications.pause(order());
    assertThat(stores.accept(tenant, "while paused").runs()).isEmpty();

    publications.resume(order());

    assertThat(stores.accept(tenant, "after").runs()).hasSize(1);
  }

  @Test
  void staysPausedWhenAnotherVersionIsPublished() {
    publish();
    publications.pause(order());
    redraft("[1]");

    Publication next = done(publish());

    assertThat(next.state()).isEqualTo(PAUSED);
    assertThat(inIndex()).containsExactly(tuple(version(next), true));
  }

  @Test
  void rollsBackAndLeavesTheDraftAlone() {
    VersionId first = version(publish());
    redraft("[1]");
    publish();
    redraft("[2]");
    String draft = tag();

    Publication back = done(publications.rollBack(order("Two was wrong"), first));

    assertThat(back.change()).isEqualTo(Change.ROLLED_BACK);
    assertThat(inIndex()).containsExactly(tuple(first, false));
    assertThat(tag()).isEqualTo(draft);
    assertThat(found().unpublished()).isTrue();
    assertThat(publications.rollBack(order(), first)).isEqualTo(new Answer.Unchanged());
  }

  @Test
  void takesWhatIsArchivedOutOfTheIndex() {
    publish();

    publications.archive(order());

    assertThat(index()).isEqualTo(new Index(2, List.of()));
    assertThat(found().state()).isEqualTo(ARCHIVED);
    assertThat(stores.accept(tenant, "1").runs()).isEmpty();
    assertThat(publish()).isInstanceOf(Answer.Refused.class);
    assertThat(publications.pause(order())).isInstanceOf(Answer.Refused.class);
    assertThat(publications.archive(order())).isInstanceOf(Answer.Refused.class);
  }

  @Test
  void bringsBackWhatWasArchivedSoThatNothingStartsBySurprise() {
    VersionId version = version(publish());
    publications.archive(order());

    assertThat(done(publications.restore(order())).state()).isEqualTo(PAUSED);

    assertThat(inIndex()).containsExactly(tuple(version, true));
  }

  @Test
  void bringsBackADraftAsADraft() {
    publications.archive(order());

    assertThat(done(publications.restore(order())).version()).isEmpty();

    assertThat(found().state()).isEqualTo(DRAFT);
  }

  @Test
  void bringsBackNothingWhoseNameIsTaken() {
    publications.archive(order());
    created("Greet");

    assertThat(publications.restore(order())).isEqualTo(new Answer.NameTaken());
  }

  @Test
  void saysWhyItDoesNothing() {
    assertThat(sentence(publications.pause(order()))).contains("never published");
    assertThat(sentence(publications.resume(order()))).contains("'draft'");
    assertThat(sentence(publications.restore(order()))).contains("'draft'");
    publish();
    assertThat(sentence(publications.resume(order()))).contains("'published'");
    publications.pause(order());
    assertThat(sentence(publications.pause(order()))).contains("paused already");
  }

  @Test
  void letsNobodyElseNearIt() {
    publish();
    Order strangers = new Order(stores.tenant(), greet, "eve", "");

    assertThat(publications.publish(strangers, tag())).isEqualTo(new Answer.NoSuch());
    assertThat(publications.pause(strangers)).isEqualTo(new Answer.NoSuch());
    assertThat(publications.history(strangers.tenant(), greet, Optional.empty(), 10)).isEmpty();
    assertThat(inForce(strangers.tenant(), new AsOf.Epoch(1))).isEmpty();
  }

  @Test
  void tellsTheJournalWhatWasAndWhatIs() {
    publish();
    publications.pause(order("Wait for legal"));

    assertThat(told()).containsExactly("automation.published", "automation.paused");
    NewEntry entry = entries().getLast();
    assertThat(entry.actor()).isEqualTo("ann");
    assertThat(entry.event().data().toString())
        .contains("Greet", greet.toString(), "Wait for legal");
    assertThat(entry.change().orElseThrow().before().text()).contains("published");
    assertThat(entry.change().orElseThrow().after().text()).contains("paused");
    assertThat(entry.cameFromOutside()).isFalse();
  }

  @Test
  void startsWhatListensToItsEntryWithTheIndexThatWasInForceBefore() {
    stores.publish(tenant, created("Listener"));
    PostgresPublications heard =
        new PostgresPublications(stores.database(), stores.door(), stores.started());

    done(heard.publish(order(), tag()));

    List<String> started =
        stores
            .database()
            .asSystem(jdbc ->
                jdbc.sql("select automation from run where tenant_id = ?")
                    .param(tenant.value())
                    .query(String.class)
                    .list());
    assertThat(started).containsExactly("Listener");
  }

  @Test
  void knowsWhatWasInForceAtAnyEpoch() {
    AutomationId other = created("Other");
    VersionId first = version(publish());
    publications.pause(order());
    stores.publish(tenant, other);
    publications.resume(order());
    redraft("[1]");
    VersionId second = version(publish());
    publications.archive(order());

    assertThat(at(0)).isEmpty();
    assertThat(at(1)).containsExactly(tuple(first, PUBLISHED));
    assertThat(at(2)).containsExactly(tuple(first, PAUSED));
    assertThat(at(3)).hasSize(2).contains(tuple(first, PAUSED));
    assertThat(at(4)).contains(tuple(first, PUBLISHED));
    assertThat(at(5)).contains(tuple(second, PUBLISHED));
    assertThat(at(6)).contains(tuple(second, ARCHIVED));
    assertThat(at(1_000)).isEqualTo(at(6));
  }

  @Test
  void knowsWhatWasInForceAtAnyTime() {
    Publication first = done(publish());
    publications.pause(order());

    assertThat(inForce(tenant, new AsOf.Time(first.stamp().at())))
        .extracting(InForce::state)
        .containsExactly(PUBLISHED);
    assertThat(inForce(tenant, new AsOf.Time(first.stamp().at().minusSeconds(1)))).isEmpty();
  }

  @Test
  void knowsItOfOneAutomationAndByPages() {
    publish();
    AutomationId other = created("Other");
    stores.publish(tenant, other);
    AsOf now = new AsOf.Epoch(2);

    assertThat(publications.inForce(tenant, other, now).orElseThrow().version().name())
        .isEqualTo("Other");
    assertThat(publications.inForce(tenant, other, new AsOf.Epoch(1))).isEmpty();
    List<InForce> first = publications.inForce(tenant, now, Optional.empty(), 1);
    Optional<AutomationId> last = Optional.of(first.getFirst().version().automation());
    assertThat(first).hasSize(1);
    assertThat(publications.inForce(tenant, now, last, 5))
        .hasSize(1)
        .doesNotContainAnyElementsOf(first);
  }

  @Test
  void knowsWhichChangeCameNext() {
    Publication first = done(publish());
    publications.pause(order());

    assertThat(publications.next(tenant, greet, new AsOf.Epoch(0))).contains(first);
    assertThat(publications.next(tenant, greet, new AsOf.Time(first.stamp().at().minusSeconds(1))))
        .contains(first);
    assertThat(publications.next(tenant, greet, new AsOf.Epoch(first.epoch())))
        .hasValueSatisfying(it -> assertThat(it.change()).isEqualTo(Change.PAUSED));
    assertThat(publications.next(tenant, greet, new AsOf.Epoch(first.epoch() + 1))).isEmpty();
  }

  @Test
  void tellsItsHistoryNewestFirst() {
    publish();
    publications.pause(order());
    publications.resume(order());

    List<Publication> newest = publications.history(tenant, greet, Optional.empty(), 2);

    assertThat(newest)
        .extracting(Publication::change)
        .containsExactly(Change.RESUMED, Change.PAUSED);
    assertThat(publications.history(tenant, greet, Optional.of(newest.getLast().epoch()), 2))
        .extracting(Publication::change)
        .containsExactly(Change.PUBLISHED);
  }

  private AutomationId created(String name) {
    return automations
        .create(tenant, name, draft("{\"name\": \"" + name + "\", \"steps\": []}"), "ann")
        .orElseThrow();
  }

  private void redraft(String steps) {
    save(greet, "{\"name\": \"Greet\", \"steps\": " + steps + "}");
  }

  private void save(AutomationId id, String text) {
    assertThat(automations.save(tenant, id, tag(), draft(text), "ann"))
        .isInstanceOf(Saved.Done.class);
  }

  private Answer publish() {
    return publications.publish(order(), tag());
  }

  private String tag() {
    return automations.find(tenant, greet).orElseThrow().draft().tag();
  }

  private Automation found() {
    return automations.find(tenant, greet).orElseThrow().automation();
  }

  private Index index() {
    return stores.index().published(tenant);
  }

  private List<Tuple> inIndex() {
    return index().automations().stream()
        .map(it -> tuple(it.version().version(), it.paused()))
        .toList();
  }

  private List<Tuple> at(long epoch) {
    return inForce(tenant, new AsOf.Epoch(epoch)).stream()
        .map(it -> tuple(it.version().version(), it.state()))
        .toList();
  }

  private List<InForce> inForce(TenantId of, AsOf moment) {
    return publications.inForce(of, moment, Optional.empty(), 100);
  }

  private List<Publication> history() {
    return publications.history(tenant, greet, Optional.empty(), 100);
  }

  private List<String> told() {
    return entries().stream().map(entry -> entry.event().type()).toList();
  }

  private List<NewEntry> entries() {
    Journal.Filter of =
        new Journal.Filter("", "automation/" + greet, "", Optional.empty(), Optional.empty());
    return stores.journal().page(tenant, of, Optional.empty(), 100).reversed().stream()
        .map(JournalEntry::entry)
        .toList();
  }

  private Order order() {
    return order("");
  }

  private Order order(String note) {
    return new Order(tenant, greet, "ann", note);
  }

  private static Publication done(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Done.class);
    return ((Answer.Done) answer).publication();
  }

  private static VersionId version(Answer answer) {
    return version(done(answer));
  }

  private static VersionId version(Publication publication) {
    return publication.version().orElseThrow().hash();
  }

  private static String sentence(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Refused.class);
    return ((Answer.Refused) answer).sentence();
  }

  private static Draft draft(String text) {
    return Draft.of(new Json(text));
  }
}
