package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.JournalEntry;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Keys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKeysTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresKeys keys =
      new PostgresKeys(stores.database(), stores.door(), stores.started());
  private TenantId tenant = TenantId.next();

  @BeforeEach
  void beginWithTwoKeys() {
    tenant = stores.tenant();
    stores.keyOf(tenant);
    stores.keyOf(tenant);
  }

  @Test
  void showsTheNewestFirstAndPagesOn() {
    List<Keys.Key> all = keys.page(tenant, Optional.empty(), 10);
    List<Keys.Key> older = keys.page(tenant, Optional.of(all.getFirst().id()), 10);

    assertThat(all).hasSize(2);
    assertThat(older).containsExactly(all.getLast());
  }

  @Test
  void aWithdrawnKeyOpensNothingAndStaysInTheList() {
    KeyId key = keys.page(tenant, Optional.empty(), 1).getFirst().id();

    Optional<Keys.Key> first = keys.withdraw(tenant, key, "person/1");
    Optional<Keys.Key> again = keys.withdraw(tenant, key, "person/1");

    assertThat(first.orElseThrow().withdrawnAt()).isPresent();
    assertThat(again).isEqualTo(first);
    assertThat(stores.accounts().byKey(SecretHash.of(key.toString()))).isEmpty();
    assertThat(keys.page(tenant, Optional.empty(), 10)).hasSize(2);
  }

  @Test
  void tellsTheJournalWhoMadeAKeyAndWhoWithdrewIt() {
    KeyId id = KeyId.next();
    SecretHash hash = SecretHash.of("secret of " + id);

    keys.make(new NewKey(id, tenant, "Billing", "ph_abc", hash, Role.MEMBER), "person/1");
    var _ = keys.withdraw(tenant, id, "person/2");
    var _ = keys.withdraw(tenant, id, "person/3");

    List<NewEntry> told =
        stores.journal().page(tenant, Journal.Filter.ALL, Optional.empty(), 10).stream()
            .map(JournalEntry::entry)
            .toList();
    assertThat(told)
        .extracting(entry -> entry.event().type() + " by " + entry.actor())
        .containsExactly("api_key.withdrawn by person/2", "api_key.created by person/1");
    assertThat(told)
        .allSatisfy(entry -> {
          assertThat(entry.event().subject()).isEqualTo("key/" + id.value());
          assertThat(entry.event().data().toString())
              .contains("Billing")
              .doesNotContain(hash.hex());
        });
    assertThat(stores.accounts().byKey(hash)).isEmpty();
  }

  @Test
  void reachesNoOtherTenant() {
    KeyId key = keys.page(tenant, Optional.empty(), 1).getFirst().id();
    TenantId other = stores.tenant();

    assertThat(keys.page(other, Optional.empty(), 10)).isEmpty();
    assertThat(keys.withdraw(other, key, "person/1")).isEmpty();
    assertThat(stores.accounts().byKey(SecretHash.of(key.toString()))).isPresent();
  }
}
