package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Notification;
import dev.pilothouse.model.NotificationId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.spi.Books.Notice;
import dev.pilothouse.spi.Books.Told;
import dev.pilothouse.spi.Journal.Mark;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresNotificationsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final HandMade hand = new HandMade(stores);
  private final PostgresNotifications notifications = new PostgresNotifications(stores.database());
  private final Person admin = person(Role.ADMIN);
  private final Person ada = person(Role.OPERATOR);
  private final Person bob = person(Role.OPERATOR);

  @Test
  void tellsAPersonByAddress() {
    assertThat(tell(ada.email().toUpperCase(Locale.ROOT), "Look")).isEqualTo(told(1));

    assertThat(texts(ada)).containsExactly("Look");
    assertThat(texts(bob)).isEmpty();
    assertThat(notifications.page(ada, false, Optional.empty(), 1).getFirst().about())
        .isEqualTo("deal/42");
  }

  @Test
  void tellsEverybodyOfARoleEachForThemselves() {
    assertThat(tell("role:operator", "Look")).isEqualTo(told(2));

    Notification read = notifications.page(ada, false, Optional.empty(), 9).getFirst();
    assertThat(notifications.read(ada, read.id()).orElseThrow().readAt()).isPresent();
    assertThat(notifications.unread(ada)).isZero();
    assertThat(notifications.unread(bob)).isOne();
  }

  @Test
  void tellsTheAdministratorsWhereNobodyIsReached() {
    List.of("role:finance", "nobody@example.com", "owner")
        .forEach(to -> assertThat(tell(to, "To " + to)).isEqualTo(new Told(1, true)));

    assertThat(notifications.page(admin, false, Optional.empty(), 9))
        .extracting(Notification::to)
        .containsExactly("owner", "nobody@example.com", "role:finance");
  }

  @Test
  void tellsNobodyOfAnotherTenant() {
    HandMade other = new HandMade(stores);

    other.byHand(books -> books.tell(new Notice(ada.email(), "Look", "")));

    assertThat(texts(ada)).isEmpty();
    assertThat(texts(admin)).isEmpty();
  }

  @Test
  void letsNobodyReadForOthers() {
    tell(ada.email(), "Look");
    NotificationId id = notifications.page(ada, false, Optional.empty(), 9).getFirst().id();

    assertThat(notifications.read(bob, id)).isEmpty();
    assertThat(notifications.unread(ada)).isOne();
  }

  @Test
  void goesThroughThemFromTheNewest() {
    List.of("a", "b", "c").forEach(text -> tell(ada.email(), text));

    List<Notification> first = notifications.page(ada, false, Optional.empty(), 2);
    List<Notification> rest =
        notifications.page(ada, false, Optional.of(first.getLast().position()), 2);

    assertThat(first).extracting(Notification::text).containsExactly("c", "b");
    assertThat(rest).extracting(Notification::text).containsExactly("a");
    notifications.readAll(ada);
    assertThat(notifications.page(ada, true, Optional.empty(), 9)).isEmpty();
  }

  @Test
  void tellsAReaderWhoGoesOnFromAMarkAllThatCameSince() {
    tell(ada.email(), "before");
    Mark mark = notifications.now();
    tell(ada.email(), "since");
    tell(bob.email(), "not for ada");

    Wait.until(
        "no transaction that was open before may still add to it",
        Duration.ofSeconds(20),
        () -> textsAfter(mark).contains("since"));
    assertThat(textsAfter(mark)).endsWith("since").isSubsetOf("before", "since");
  }

  private List<String> textsAfter(Mark mark) {
    return notifications.after(ada, mark, 9).stream().map(it -> it.notification().text()).toList();
  }

  private Told tell(String to, String text) {
    return hand.byHand(books -> books.tell(new Notice(to, text, "deal/42")));
  }

  private static Told told(int people) {
    return new Told(people, false);
  }

  private List<String> texts(Person person) {
    return notifications.page(person, false, Optional.empty(), 9).stream()
        .map(Notification::text)
        .toList();
  }

  private Person person(Role role) {
    PersonId id = PersonId.next();
    Person person =
        new Person(id, new Tenant(hand.tenant, ""), id.value() + "@example.com", "P", role, false);
    stores
        .database()
        .asSystem(jdbc ->
            jdbc.sql(
                    "insert into person (id, tenant_id, email, name, role, password_hash)"
                        + " values (?, ?, ?, 'P', ?, '')")
                .params(id.value(), hand.tenant.value(), person.email(), role.text())
                .update());
    return person;
  }
}
