package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Person;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.Login;
import dev.pilothouse.spi.Sessions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresSessionsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final SecretHash HERE = SecretHash.of("here");
  private static final SecretHash ELSEWHERE = SecretHash.of("elsewhere");

  private final PostgresAccounts accounts = stores.accounts();
  private final PostgresSessions sessions = new PostgresSessions(stores.database());
  private Person priya;

  @BeforeEach
  void signInTwice() {
    stores.database().asSystem(jdbc -> jdbc.sql("delete from session").update());
    Tenant tenant = accounts.firstTenant().orElse(new Tenant(TenantId.next(), "main"));
    accounts.createFirst(tenant, Stores.personOf(tenant.id(), "priya@example.com"), "hash");
    priya = accounts.login("priya@example.com").map(Login::person).orElseThrow();
    accounts.openSession(priya, ELSEWHERE, Duration.ofDays(1), "x".repeat(300));
    accounts.openSession(priya, HERE, Duration.ofDays(1), "Firefox");
  }

  @Test
  void showsThoseThatHaveNotEnded() {
    accounts.openSession(priya, SecretHash.of("over"), Duration.ofSeconds(-1), "");

    assertThat(sessions.of(priya))
        .extracting(Sessions.Session::id)
        .containsExactly(Sessions.idOf(HERE), Sessions.idOf(ELSEWHERE));
    assertThat(sessions.of(priya).getFirst().device()).isEqualTo("Firefox");
    assertThat(sessions.of(priya).getLast().device()).hasSize(200);
  }

  @Test
  void endsOneByItsId() {
    assertThat(sessions.end(priya, Sessions.idOf(ELSEWHERE))).isTrue();
    assertThat(sessions.end(priya, Sessions.idOf(ELSEWHERE))).isFalse();
    assertThat(sessions.end(priya, "%")).isFalse();

    assertThat(accounts.bySession(ELSEWHERE)).isEmpty();
    assertThat(accounts.bySession(HERE)).isPresent();
  }

  @Test
  void endsAllOthers() {
    assertThat(sessions.endOthers(priya, HERE)).isEqualTo(1);

    assertThat(accounts.bySession(ELSEWHERE)).isEmpty();
    assertThat(accounts.bySession(HERE)).isPresent();
  }

  @Test
  void reachesNobodyElse() {
    Person stranger = Stores.personOf(stores.tenant(), "stranger@example.com");

    assertThat(sessions.of(stranger)).isEmpty();
    assertThat(sessions.end(stranger, Sessions.idOf(HERE))).isFalse();
    assertThat(sessions.endOthers(stranger, ELSEWHERE)).isZero();
    assertThat(accounts.bySession(HERE)).isPresent();
  }
}
