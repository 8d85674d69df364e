package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredLines.INPUT;
import static dev.pilothouse.stores.StoredLines.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.Order;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.spi.Books;
import dev.pilothouse.spi.Books.Fact;
import dev.pilothouse.spi.Books.Notice;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Kept;
import dev.pilothouse.spi.Ledger.Changed;
import dev.pilothouse.spi.Ledger.Claim;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.Ledger.Standing;
import dev.pilothouse.spi.Matching.Match;
import dev.pilothouse.spi.Matching.Terms;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataAccessResourceFailureException;

class BooksChangeTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final RecordRef DEAL = new RecordRef(RecordKind.DEAL, "42");

  private final Neighbour here = new Neighbour(stores).alive();
  private final Neighbour there = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();

  @AfterEach
  void stop() {
    here.close();
    there.close();
  }

  @Test
  void changesARecordAndSettlesTheStepTogether() {
    Changed changed = change(here.claim(run), "{\"stage\": \"won\"}");

    Json deal = new Json("{\"id\": \"42\", \"stage\": \"won\"}");
    assertThat(changed).isEqualTo(new Changed.Settled(new StepOutcome.Completed(deal)));
    assertThat(here.ledger().steps(run))
        .singleElement()
        .satisfies(step -> assertThat(step.outcome()).contains(new StepOutcome.Completed(deal)));
    assertThat(dealVersions()).containsExactly(1L);
  }

  @Test
  void tellsTheJournalWhatWasAndWhatIs() {
    Claim claim = here.claim(run);
    change("first", claim, "{\"stage\": \"open\", \"owner\": \"ann\"}");
    change("second", claim, "{\"stage\": \"won\", \"owner\": null}");

    List<NewEntry> entries = toldOfTheDeal();
    assertThat(entries)
        .extracting(entry -> entry.event().type())
        .containsExactly("crm.deal.created", "crm.deal.stage_changed", "crm.deal.won");
    assertThat(entries.getLast().change())
        .contains(
            new NewEntry.Change(
                new Json("{\"id\": \"42\", \"owner\": \"ann\", \"stage\": \"open\"}"),
                new Json("{\"id\": \"42\", \"stage\": \"won\"}")));
    assertThat(entries.getLast().actor()).isEqualTo("run/" + run.run());
    assertThat(entries.getLast().cause())
        .hasValueSatisfying(cause -> {
          assertThat(cause.run()).isEqualTo(run.run());
          assertThat(cause.depth()).isEqualTo(1);
        });
  }

  @Test
  void callsAChangeThatLeavesTheStageAnUpdate() {
    Claim claim = here.claim(run);
    change("first", claim, "{\"stage\": \"open\"}");
    change("second", claim, "{\"owner\": \"ann\"}");

    assertThat(toldOfTheDeal().getLast().event().type()).isEqualTo("crm.deal.updated");
  }

  @Test
  void makesATaskAndTellsTheJournal() {
    RecordRef task = RecordRef.next(RecordKind.TASK);

    here.ledger()
        .change(
            here.claim(run),
            step("call", 1),
            INPUT,
            books -> outcome(books.create(task, new Json("{\"title\": \"Call Ann\"}"))));

    assertThat(told(task.subject()))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.event().type()).isEqualTo("task.created");
          assertThat(entry.change().orElseThrow().before()).isEqualTo(Json.NULL);
          assertThat(entry.change().orElseThrow().after().text()).contains("Call Ann");
        });
  }

  @Test
  void saysInTheNameOfItsAutomation() {
    settle(books -> books.emit(new Fact("a.type", "onboarding/1", Json.NULL)).toString());

    NewEntry said = told("onboarding/1").getFirst();
    assertThat(said.event().source()).startsWith("automation/");
    assertThat(said.actor()).isEqualTo("run/" + run.run());
    assertThat(said.depth()).isEqualTo(1);
  }

  @Test
  void tellsTheOwnerOfItsAutomation() {
    Person owner = person();
    Stores.client(stores.postgres.superuser())
        .sql(
            "update automation_version set definition = definition || jsonb_build_object('owner', ?)"
                + " where tenant_id = ?")
        .params(owner.email(), run.tenant().value())
        .update();

    settle(books -> books.tell(new Notice("owner", "Look", "")).toString());

    assertThat(new PostgresNotifications(stores.database()).page(owner, true, Optional.empty(), 9))
        .singleElement()
        .satisfies(told -> {
          assertThat(told.run()).contains(run.run());
          assertThat(told.about()).isEqualTo("deal/42");
          assertThat(told.to()).isEqualTo("owner");
        });
  }

  @Test
  void givesTheEarlierOutcomeForARepeatedChange() {
    Claim older = here.claim(run);
    Changed first = change(older, "{\"stage\": \"offer\"}");
    here.lapsed();

    assertThat(change(there.claim(run), "{\"stage\": \"lost\"}")).isEqualTo(first);
    assertThat(change(older, "{\"stage\": \"lost\"}")).isEqualTo(first);
    assertThat(dealVersions()).containsExactly(1L);
    assertThat(toldOfTheDeal()).hasSize(1);
  }

  @Test
  void changesNothingUnderAnOlderFence() {
    Claim older = here.claim(run);
    here.lapsed();
    there.claim(run);

    assertThat(change(older, "{\"stage\": \"won\"}")).isEqualTo(new Changed.Refused(Standing.LOST));
    assertThat(dealVersions()).isEmpty();
    assertThat(here.ledger().steps(run)).isEmpty();
  }

  @Test
  void changesNothingForARunThatHasAnOrderToFollow() {
    Claim claim = here.claim(run);
    here.control().order(run, new Order.Pause(), "priya", "");

    assertThat(change(claim, "{\"stage\": \"won\"}"))
        .isEqualTo(new Changed.Refused(Standing.ORDERED));
    assertThat(dealVersions()).isEmpty();
  }

  @Test
  void leavesNothingOfAChangeThatFindsTheDatabaseInTrouble() {
    Claim claim = here.claim(run);

    assertThatThrownBy(
            () -> change(claim, new DataAccessResourceFailureException("away, on purpose")))
        .hasMessage("away, on purpose");

    assertThat(dealVersions()).isEmpty();
    assertThat(toldOfTheDeal()).isEmpty();
    assertThat(here.ledger().steps(run)).isEmpty();
  }

  @Test
  void failsTheStepWhoseChangeBreaks() {
    Changed changed = change(here.claim(run), new IllegalStateException("a bug, on purpose"));

    assertThat(error(changed).code()).isEqualTo("action.broken");
    assertThat(dealVersions()).isEmpty();
    assertThat(here.ledger().steps(run))
        .singleElement()
        .satisfies(step ->
            assertThat(step.outcome())
                .hasValueSatisfying(it -> assertThat(it).isInstanceOf(StepOutcome.Failed.class)));
  }

  @Test
  void failsTheStepWhoseValuesOurRecordsCannotKeep() {
    Json unkeepable = new Json("{\"title\": \"Call\", \"mine\": \"\\u0000secret\"}");

    Changed changed =
        here.ledger()
            .change(
                here.claim(run),
                step("call", 1),
                INPUT,
                books -> outcome(books.create(RecordRef.next(RecordKind.TASK), unkeepable)));

    assertThat(error(changed).code()).isEqualTo("records.refused");
    assertThat(error(changed).message()).contains("Unicode").doesNotContain("secret");
  }

  @Test
  void tellsTheJournalThatARunBeganWhoseFirstStepIsAChange() {
    Claimed born = bornClaim();
    stores.ledger().change(born.claim(), step("call", 1), INPUT, updating("{\"stage\": \"won\"}"));

    assertThat(stores.toldOf(born.claim().ref())).containsExactly("run.started");
  }

  @Test
  void startsWhatIsPublishedForTheChange() {
    change(starting(), here.claim(run), "call");

    List<Claimed> caused = caused();
    assertThat(caused).hasSize(1);
    assertThat(caused.getFirst().event().event().type()).isEqualTo("crm.deal.created");
    assertThat(stores.row(caused.getFirst().claim().ref().run())).containsEntry("depth", 2);
  }

  @Test
  void cutsALoopOfChanges() {
    Stores.client(stores.postgres.superuser())
        .sql("update run set depth = ? where id = ?")
        .params(LoopGuard.DEEPEST, run.run().value())
        .update();

    change(starting(), here.claim(run), "call");

    assertThat(caused()).isEmpty();
    assertThat(dealVersions()).containsExactly(1L);
  }

  @Test
  void changesNothingWhileAnotherClaimIsAboutToBeCommitted() {
    Claim older = here.claim(run);

    CompletableFuture<Changed> changed =
        stores
            .database()
            .asSystem(jdbc -> {
              jdbc.sql("update run set fence = fence + 1 where id = ?")
                  .param(run.run().value())
                  .update();
              CompletableFuture<Changed> waiting =
                  CompletableFuture.supplyAsync(() -> change(older, "{\"stage\": \"won\"}"));
              stores.untilSomeoneWaitsForARow();
              return waiting;
            });

    assertThat(changed.join()).isEqualTo(new Changed.Refused(Standing.LOST));
    assertThat(dealVersions()).isEmpty();
  }

  private Changed change(Claim claim, String fields) {
    return change("call", claim, fields);
  }

  private Changed change(String step, Claim claim, String fields) {
    return here.ledger().change(claim, step(step, 1), INPUT, updating(fields));
  }

  private Changed change(Claim claim, RuntimeException trouble) {
    return here.ledger()
        .change(
            claim,
            step("call", 1),
            INPUT,
            books -> {
              var _ = books.put(DEAL, new Json("{\"stage\": \"won\"}"));
              throw trouble;
            });
  }

  private static StepError error(Changed changed) {
    return ((StepOutcome.Failed) ((Changed.Settled) changed).outcome()).error();
  }

  private static Function<Books, StepOutcome> updating(String fields) {
    return books -> outcome(books.put(DEAL, new Json(fields)));
  }

  private void settle(Function<Books, String> work) {
    here.ledger()
        .change(
            here.claim(run),
            step("call", 1),
            INPUT,
            books -> new StepOutcome.Skipped(work.apply(books)));
  }

  private Person person() {
    Person person = Stores.personOf(run.tenant(), UUID.randomUUID() + "@example.com");
    stores.change(
        "insert into person (id, tenant_id, email, name, role, password_hash) values (?, ?, ?, 'P', 'member', '')",
        person.id().value(),
        run.tenant().value(),
        person.email());
    return person;
  }

  private static StepOutcome outcome(Kept kept) {
    return kept instanceof Kept.Done done
        ? new StepOutcome.Completed(done.after())
        : new StepOutcome.Skipped(kept.toString());
  }

  private static void change(BooksChange changes, Claim claim, String step) {
    var _ = changes.change(claim, step(step, 1), INPUT, updating("{\"stage\": \"offer\"}"));
  }

  /// Here every published automation starts on changes of deals.
  private BooksChange starting() {
    JournalWriter door =
        new JournalWriter(
            (entry, _) ->
                entry.event().type().startsWith("crm.deal.")
                    ? stores.index().published(entry.tenant()).automations().stream()
                        .map(it -> new Match(it.version(), it.paused(), Terms.FREE))
                        .toList()
                    : List.of(),
            Optional.of(here.me()));
    return new BooksChange(new FencedChange(stores.database(), door, here.started()));
  }

  private List<Claimed> caused() {
    return here.started().born();
  }

  private Claimed bornClaim() {
    return stores.started().born().stream()
        .filter(claimed -> claimed.claim().ref().equals(run))
        .findFirst()
        .orElseThrow();
  }

  private List<NewEntry> toldOfTheDeal() {
    return told("deal/42").stream()
        .filter(entry -> entry.event().source().equals("pilothouse"))
        .toList();
  }

  private List<NewEntry> told(String subject) {
    Journal.Filter of = new Journal.Filter("", subject, "", Optional.empty(), Optional.empty());
    return stores.journal().page(run.tenant(), of, Optional.empty(), 100).reversed().stream()
        .map(JournalEntry::entry)
        .toList();
  }

  private List<Long> dealVersions() {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select version from deal where tenant_id = ?")
                .param(run.tenant().value())
                .query(Long.class)
                .list());
  }
}
