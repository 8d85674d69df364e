package dev.pilothouse.stores;

import static dev.pilothouse.model.RecordKind.ACTIVITY;
import static dev.pilothouse.model.RecordKind.COMPANY;
import static dev.pilothouse.model.RecordKind.CONTACT;
import static dev.pilothouse.model.RecordKind.DEAL;
import static dev.pilothouse.model.RecordKind.TASK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.spi.Records.Search;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostgresRecordsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final HandMade hand = new HandMade(stores);

  @ParameterizedTest
  @EnumSource(RecordKind.class)
  void hasEmptyListsWhereThereIsNothing(RecordKind kind) {
    assertThat(hand.found(kind, "", Map.of())).isEmpty();
    new PostgresRecords(stores.database())
        .filters(kind)
        .forEach(filter -> assertThat(hand.found(kind, "a", Map.of(filter, "b"))).isEmpty());
  }

  @Test
  void goesThroughThemFromTheNewest() {
    List.of("a", "b", "c")
        .forEach(id -> hand.create(new RecordRef(DEAL, id), "{\"stage\": \"x\"}"));

    List<StoredRecord> first = hand.page(DEAL, Search.ALL, Optional.empty(), 2);
    List<StoredRecord> second =
        hand.page(DEAL, Search.ALL, Optional.of(first.getLast().position()), 2);

    assertThat(first).extracting(it -> it.ref().id()).containsExactly("c", "b");
    assertThat(second).extracting(it -> it.ref().id()).containsExactly("a");
  }

  @Test
  void findsEveryWordWhereverItStands() {
    RecordRef acme = hand.created(COMPANY, "{\"name\": \"Acme Ltd\"}");
    String ada =
        hand.created(
                CONTACT,
                "{\"name\": \"Ada Byron\", \"city\": \"Köln\", \"company_id\": \"%s\"}"
                    .formatted(acme.id()))
            .id();
    hand.created(CONTACT, "{\"name\": \"Ada Other\"}");

    assertThat(hand.found(CONTACT, "BYRON  ada", Map.of())).containsExactly(ada);
    assertThat(hand.found(CONTACT, "köln", Map.of())).containsExactly(ada);
    assertThat(hand.found(CONTACT, "acme", Map.of())).containsExactly(ada);
    assertThat(hand.found(CONTACT, "100%", Map.of())).isEmpty();
  }

  @Test
  void listsDealsByStage() {
    hand.create(new RecordRef(DEAL, "1"), "{\"stage\": \"won\"}");
    hand.create(new RecordRef(DEAL, "2"), "{\"stage\": \"offer\"}");
    hand.create(new RecordRef(DEAL, "3"), "{\"stage\": \"won\"}");

    assertThat(hand.found(DEAL, "", Map.of("stage", "won"))).containsExactly("3", "1");
  }

  @Test
  void findsAnAddressHoweverItIsWritten() {
    String ada = hand.created(CONTACT, "{\"email\": \"ada@example.com\"}").id();

    assertThat(hand.found(CONTACT, "", Map.of("email", "ADA@example.com"))).containsExactly(ada);
  }

  @Test
  void listsTasksThatArePastDue() {
    String late = hand.created(TASK, "{\"title\": \"a\", \"due\": \"2020-01-01T00:00:00Z\"}").id();
    String early = hand.created(TASK, "{\"title\": \"b\", \"due\": \"2999-01-01T00:00:00Z\"}").id();
    hand.created(
        TASK, "{\"title\": \"c\", \"due\": \"2020-01-01T00:00:00Z\", \"state\": \"done\"}");

    assertThat(hand.found(TASK, "", Map.of("overdue", "true"))).containsExactly(late);
    assertThat(hand.found(TASK, "", Map.of("overdue", "false", "state", "open")))
        .containsExactly(early);
  }

  @Test
  void listsWhatWasLoggedOnASubject() {
    hand.created(ACTIVITY, "{\"subject\": \"deal/1\", \"text\": \"a\"}");
    String call = hand.created(ACTIVITY, "{\"subject\": \"deal/2\", \"kind\": \"call\"}").id();

    assertThat(hand.found(ACTIVITY, "", Map.of("subject", "deal/2"))).containsExactly(call);
  }

  @Test
  void showsNothingOfAnotherTenant() {
    RecordRef deal = new RecordRef(DEAL, "42");
    hand.create(deal, "{\"stage\": \"won\"}");

    HandMade other = new HandMade(stores);

    assertThat(other.find(deal)).isEmpty();
    assertThat(other.found(DEAL, "", Map.of())).isEmpty();
  }
}
