package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.Login;
import dev.pilothouse.spi.Accounts.NewKey;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresAccountsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final SecretHash SECRET = SecretHash.of("a session");
  private static final Duration DAY = Duration.ofDays(1);

  private final PostgresAccounts accounts = stores.accounts();
  private Person priya;

  @BeforeEach
  void beginWithOneTenant() {
    stores.database().asSystem(jdbc -> jdbc.sql("delete from session").update());
    Tenant tenant = accounts.firstTenant().orElse(new Tenant(TenantId.next(), "main"));
    accounts.createFirst(tenant, Stores.personOf(tenant.id(), "priya@example.com"), "hash");
    priya = accounts.login("priya@example.com").map(Login::person).orElseThrow();
  }

  @Test
  void makesTheFirstTenantOnlyOnce() {
    Tenant second = new Tenant(TenantId.next(), "second");

    assertThat(accounts.createFirst(second, Stores.personOf(second.id(), "x@example.com"), "x"))
        .isFalse();
    assertThat(accounts.login("x@example.com")).isEmpty();
  }

  @Test
  void findsAPersonWhateverTheCaseOfTheAddress() {
    assertThat(accounts.login("PRIYA@Example.com")).isPresent();
  }

  @Test
  void knowsWhoHoldsASession() {
    accounts.openSession(priya, SECRET, DAY, "");

    assertThat(accounts.bySession(SECRET)).contains(new Caller.SignedIn(priya));
  }

  @Test
  void forgetsAClosedSession() {
    accounts.openSession(priya, SECRET, DAY, "");
    accounts.closeSession(SECRET);

    assertThat(accounts.bySession(SECRET)).isEmpty();
  }

  @Test
  void takesAnExpiredSessionForNone() {
    accounts.openSession(priya, SECRET, Duration.ofSeconds(-1), "");

    assertThat(accounts.bySession(SECRET)).isEmpty();
  }

  @Test
  void endsTheOtherSessionsWhenThePasswordChanges() {
    SecretHash elsewhere = SecretHash.of("another device");
    accounts.openSession(priya, SECRET, DAY, "");
    accounts.openSession(priya, elsewhere, DAY, "");

    accounts.changePassword(priya.tenant().id(), priya.id(), "new hash", SECRET);

    assertThat(accounts.bySession(SECRET)).isPresent();
    assertThat(accounts.bySession(elsewhere)).isEmpty();
    assertThat(accounts.login("priya@example.com").orElseThrow().passwordHash())
        .isEqualTo("new hash");
  }

  @Test
  void changesNobodysPasswordInAnotherTenant() {
    accounts.changePassword(stores.tenant(), priya.id(), "stolen", SECRET);

    assertThat(accounts.login("priya@example.com").orElseThrow().passwordHash())
        .isNotEqualTo("stolen");
  }

  @Test
  void knowsAProgramByItsKey() {
    KeyId id = KeyId.next();
    SecretHash hash = SecretHash.of(id.toString());
    accounts.addKey(new NewKey(id, priya.tenant().id(), "test", "ph_abc", hash, Role.OPERATOR));

    assertThat(accounts.byKey(hash))
        .contains(new Caller.Program(id, priya.tenant().id(), Role.OPERATOR));
  }

  @Test
  void knowsNobodyByAnUnknownKey() {
    assertThat(accounts.byKey(SecretHash.of("guessed"))).isEmpty();
  }
}
