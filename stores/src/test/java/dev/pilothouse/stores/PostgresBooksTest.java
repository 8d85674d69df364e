package dev.pilothouse.stores;

import static dev.pilothouse.model.RecordKind.ACTIVITY;
import static dev.pilothouse.model.RecordKind.COMPANY;
import static dev.pilothouse.model.RecordKind.CONTACT;
import static dev.pilothouse.model.RecordKind.DEAL;
import static dev.pilothouse.model.RecordKind.TASK;
import static dev.pilothouse.stores.HandMade.done;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.NewEntry.Change;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.spi.Books.Fact;
import dev.pilothouse.spi.Books.Notice;
import dev.pilothouse.spi.Kept;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresBooksTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final HandMade hand = new HandMade(stores);
  private final RecordRef deal = new RecordRef(DEAL, "42");

  @Test
  void makesARecordAndTellsTheJournalWhoDidIt() {
    RecordRef ada = hand.created(CONTACT, "{\"name\": \"Ada\", \"email\": \" Ada@Example.com \"}");

    assertThat(hand.fields(ada))
        .contains("\"id\": \"" + ada.id() + "\"", "\"email\": \"ada@example.com\"");
    assertThat(hand.find(ada).orElseThrow())
        .satisfies(found -> {
          assertThat(found.version()).isEqualTo(1);
          assertThat(found.createdBy()).isEqualTo(HandMade.ACTOR);
        });
    NewEntry entry = hand.told(ada.subject()).getFirst();
    assertThat(entry.event().type()).isEqualTo("crm.contact.created");
    assertThat(entry.actor()).isEqualTo(HandMade.ACTOR);
    assertThat(entry.cause()).isEmpty();
    assertThat(entry.change().orElseThrow().before()).isEqualTo(Json.NULL);
  }

  @Test
  void startsWhatListensLikeAnEventFromOutside() {
    stores.publish(hand.tenant, "Greet");

    hand.created(COMPANY, "{\"name\": \"Acme\"}");

    assertThat(stores.started().born())
        .anyMatch(born ->
            born.claim().ref().tenant().equals(hand.tenant)
                && born.event().event().type().equals("crm.company.created"));
  }

  @Test
  void tellsWhatWasAndWhatIs() {
    hand.create(deal, "{\"stage\": \"offer\", \"amount\": 1000.10}");

    hand.change(deal, "{\"stage\": \"won\"}");

    assertThat(hand.types("deal/42"))
        .containsExactly("crm.deal.created", "crm.deal.stage_changed", "crm.deal.won");
    assertThat(hand.told("deal/42").getLast().change())
        .contains(
            new Change(
                new Json("{\"id\": \"42\", \"stage\": \"offer\", \"amount\": 1000.10}"),
                new Json("{\"id\": \"42\", \"stage\": \"won\", \"amount\": 1000.10}")));
    assertThat(hand.find(deal).orElseThrow().version()).isEqualTo(2);
  }

  @Test
  void tellsOfADealThatIsLost() {
    hand.create(deal, "{\"stage\": \"lost\"}");
    hand.change(deal, "{\"owner\": \"ann\"}");

    assertThat(hand.types("deal/42"))
        .containsExactly("crm.deal.created", "crm.deal.lost", "crm.deal.updated");
  }

  @Test
  void writesNothingWhereNothingChanges() {
    hand.create(deal, "{\"stage\": \"won\", \"amount\": 5}");

    Kept again = hand.put(deal, "{\"stage\": \"won\", \"note\": null, \"owner\": \" \"}");

    assertThat(done(again).version()).isEqualTo(1);
    assertThat(done(again).before()).isEqualTo(done(again).after());
    assertThat(hand.types("deal/42")).containsExactly("crm.deal.created", "crm.deal.won");
  }

  @Test
  void takesAFieldAwayByNullOrNothing() {
    hand.create(deal, "{\"stage\": \"a\", \"note\": \"b\", \"mine\": {\"c\": null}}");

    hand.change(deal, "{\"stage\": null, \"note\": \"\"}");

    assertThat(hand.fields(deal)).isEqualTo("{\"id\": \"42\", \"mine\": {\"c\": null}}");
  }

  @Test
  void makesARecordThatIsNotThereYet() {
    hand.put(deal, "{\"stage\": \"offer\"}");
    hand.put(deal, "{\"amount\": 7}");

    assertThat(hand.types("deal/42")).containsExactly("crm.deal.created", "crm.deal.updated");
  }

  @Test
  void letsNobodyOverwriteWhatTheyHaveNotSeen() {
    hand.create(deal, "{\"stage\": \"offer\"}");
    hand.change(deal, "{\"stage\": \"talks\"}");

    Kept late = hand.byHand(books -> books.change(deal, 1, new Json("{\"stage\": \"lost\"}")));
    Kept fresh = hand.byHand(books -> books.change(deal, 2, new Json("{\"stage\": \"won\"}")));

    assertThat(late).isEqualTo(new Kept.Outdated(deal, 2));
    assertThat(done(fresh).version()).isEqualTo(3);
  }

  @Test
  void changesNoRecordThatIsNotThere() {
    assertThat(hand.change(deal, "{\"stage\": \"won\"}")).isEqualTo(new Kept.NoSuch(deal));
    assertThat(hand.types("deal/42")).isEmpty();
  }

  @Test
  void givesAnIdOnce() {
    hand.create(deal, "{\"stage\": \"offer\"}");

    assertThat(hand.create(deal, "{\"stage\": \"won\"}"))
        .isEqualTo(new Kept.Taken(deal, "the id '42'"));
    assertThat(new HandMade(stores).create(deal, "{\"stage\": \"won\"}"))
        .isInstanceOf(Kept.Done.class);
  }

  @Test
  void givesAnAddressToOneContact() {
    RecordRef ada = hand.created(CONTACT, "{\"email\": \"ada@example.com\"}");
    RecordRef bob = hand.created(CONTACT, "{\"name\": \"Bob\"}");
    Kept taken = new Kept.Taken(ada, "the e-mail 'ada@example.com'");

    assertThat(hand.create(CONTACT, "{\"email\": \"ADA@example.com\"}")).isEqualTo(taken);
    assertThat(hand.change(bob, "{\"email\": \"ada@example.com\"}")).isEqualTo(taken);
    assertThat(hand.change(ada, "{\"email\": \"Ada@Example.com\"}")).isInstanceOf(Kept.Done.class);
  }

  @Test
  void findsAContactByItsAddressOrMakesIt() {
    hand.putContact("Ada@example.com", "{\"name\": \"Ada\"}");
    Kept second = hand.putContact("ada@example.com", "{\"phone\": \"1\"}");

    RecordRef ada = done(second).record();
    assertThat(hand.fields(ada)).contains("\"name\": \"Ada\"", "\"phone\": \"1\"");
    assertThat(hand.types(ada.subject()))
        .containsExactly("crm.contact.created", "crm.contact.updated");
    assertThat(hand.putContact("nobody", "{}")).isInstanceOf(Kept.Unfit.class);
  }

  @Test
  void makesOneContactOfOneAddressHoweverManyMakeItAtOnce() {
    CountDownLatch together = new CountDownLatch(1);
    List<CompletableFuture<Kept>> made =
        IntStream.range(0, 4)
            .mapToObj(number ->
                CompletableFuture.supplyAsync(() -> {
                  await(together);
                  return hand.putContact("ada@example.com", "{\"n" + number + "\": 1}");
                }))
            .toList();
    together.countDown();

    List<RecordRef> contacts =
        made.stream().map(CompletableFuture::join).map(it -> done(it).record()).distinct().toList();

    assertThat(contacts).hasSize(1);
    assertThat(hand.fields(contacts.getFirst())).contains("n0", "n1", "n2", "n3");
  }

  @Test
  void showsTheCompanyByItsNameOfNow() {
    RecordRef acme = hand.created(COMPANY, "{\"name\": \"Acme\"}");
    RecordRef ada =
        hand.created(CONTACT, "{\"name\": \"Ada\", \"company_id\": \"%s\"}".formatted(acme.id()));
    hand.create(
        deal,
        "{\"name\": \"Big\", \"company\": \"Acme\", \"company_id\": \"%s\", \"contact_id\": \"%s\"}"
            .formatted(acme.subject(), ada.id()));

    hand.change(acme, "{\"name\": \"Acme Ltd\"}");

    assertThat(hand.told("deal/42").getFirst().event().data().toString()).contains("\"Acme\"");
    assertThat(hand.fields(deal)).contains("\"company\": \"Acme Ltd\"", "\"contact\": \"Ada\"");
    assertThat(hand.fields(ada)).contains("\"company\": \"Acme Ltd\"");
  }

  @Test
  void knowsNoCompanyOfAnother() {
    RecordRef theirs = new HandMade(stores).created(COMPANY, "{\"name\": \"Acme\"}");

    assertThat(
            hand.create(DEAL, "{\"name\": \"a\", \"company_id\": \"%s\"}".formatted(theirs.id())))
        .isInstanceOfSatisfying(
            Kept.Unfit.class,
            unfit -> assertThat(unfit.misfits().getFirst().hint()).contains("no such company"));
  }

  @Test
  void tellsWhatBecomesOfATask() {
    RecordRef task = hand.created(TASK, "{\"title\": \"Call\", \"assignee\": \"Ada@Example.com\"}");
    hand.change(task, "{\"assignee\": \"bob\"}");
    hand.change(task, "{\"title\": \"Call Ann\", \"state\": \"done\"}");
    hand.change(task, "{\"state\": \"done\"}");
    hand.change(task, "{\"state\": \"open\", \"assignee\": null}");

    assertThat(hand.types(task.subject()))
        .containsExactly(
            "task.created",
            "task.assigned",
            "task.assigned",
            "task.updated",
            "task.completed",
            "task.updated");
  }

  @Test
  void keepsTheTimeATaskIsDueInUtc() {
    RecordRef task =
        hand.created(TASK, "{\"title\": \"Call\", \"due\": \"2999-01-15T09:00:00+01:00\"}");

    assertThat(hand.fields(task)).contains("\"due\": \"2999-01-15T08:00:00Z\"", "\"open\"");
    assertThat(hand.types(task.subject())).containsExactly("task.created");
  }

  @Test
  void tellsAtOnceOfATaskThatIsPastDueFromTheBeginning() {
    RecordRef task = hand.created(TASK, "{\"title\": \"Call\", \"due\": \"2020-01-15T09:00:00Z\"}");

    assertThat(hand.types(task.subject())).containsExactly("task.created", "task.overdue");
  }

  @Test
  void logsAnActivityInTheHistoryOfItsSubject() {
    hand.create(deal, "{\"stage\": \"offer\"}");

    RecordRef call =
        hand.created(ACTIVITY, "{\"subject\": \"deal/42\", \"text\": \"Will call back\"}");

    assertThat(hand.types("deal/42")).containsExactly("crm.deal.created", "crm.activity.logged");
    assertThat(hand.fields(call)).contains("\"kind\": \"note\"", "\"at\": \"");
  }

  @Test
  void saysWhatItIsToldToSay() {
    EventId said =
        hand.byHand(books ->
            books.emit(new Fact("onboarding.finished", "deal/42", new Json("{\"n\": 1.50}"))));

    assertThat(hand.told("deal/42"))
        .singleElement()
        .satisfies(entry -> {
          assertThat(entry.id()).isEqualTo(said);
          assertThat(entry.event().type()).isEqualTo("onboarding.finished");
          assertThat(entry.event().data())
              .isEqualTo(new EventData.Parsed(new Json("{\"n\": 1.50}")));
          assertThat(entry.change()).isEmpty();
        });
  }

  @Test
  void leavesNothingOfWhatIsOnlyTriedOut() {
    Kept tried =
        hand.desk()
            .tryOut(
                hand.tenant,
                "",
                books -> {
                  var _ = books.tell(new Notice("owner", "Look", ""));
                  var _ = books.emit(new Fact("a.type", "deal/42", Json.NULL));
                  return books.create(deal, new Json("{\"stage\": \"won\"}"));
                });

    assertThat(done(tried).after()).isEqualTo(new Json("{\"id\": \"42\", \"stage\": \"won\"}"));
    assertThat(hand.find(deal)).isEmpty();
    assertThat(hand.types("deal/42")).isEmpty();
    assertThat(notices()).isZero();
  }

  @Test
  void leavesNothingOfAHandThatSlips() {
    assertThatThrownBy(() ->
            hand.byHand(books -> {
              var _ = books.create(deal, new Json("{\"stage\": \"won\"}"));
              throw new IllegalStateException("on purpose");
            }))
        .hasMessage("on purpose");

    assertThat(hand.find(deal)).isEmpty();
    assertThat(hand.types("deal/42")).isEmpty();
  }

  private long notices() {
    return stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql("select count(*) from notification where tenant_id = ?")
                .param(hand.tenant.value())
                .query(Long.class)
                .single());
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
