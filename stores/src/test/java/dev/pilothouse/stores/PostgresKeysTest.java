package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Keys;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresKeysTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final PostgresKeys keys = new PostgresKeys(stores.database());
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

    Optional<Keys.Key> first = keys.withdraw(tenant, key);
    Optional<Keys.Key> again = keys.withdraw(tenant, key);

    assertThat(first.orElseThrow().withdrawnAt()).isPresent();
    assertThat(again).isEqualTo(first);
    assertThat(stores.accounts().byKey(SecretHash.of(key.toString()))).isEmpty();
    assertThat(keys.page(tenant, Optional.empty(), 10)).hasSize(2);
  }

  @Test
  void reachesNoOtherTenant() {
    KeyId key = keys.page(tenant, Optional.empty(), 1).getFirst().id();
    TenantId other = stores.tenant();

    assertThat(keys.page(other, Optional.empty(), 10)).isEmpty();
    assertThat(keys.withdraw(other, key)).isEmpty();
    assertThat(stores.accounts().byKey(SecretHash.of(key.toString()))).isPresent();
  }
}
