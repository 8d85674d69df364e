package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresActorsTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final TenantId tenant = stores.tenant();
  private final PostgresActors actors = new PostgresActors(stores.database());

  @Test
  void knowsThemByTheirNames() {
    String key = key();

    assertThat(actors.names(tenant, Set.of(key, "pilothouse")))
        .containsOnly(Map.entry(key, "test"), Map.entry("pilothouse", "pilothouse"));
    assertThat(actors.known(tenant)).containsEntry(key, "test");
  }

  @Test
  void knowsNobodyOfANeighbour() {
    String key = key();
    TenantId neighbour = stores.tenant();

    assertThat(actors.names(neighbour, Set.of(key))).containsEntry(key, key);
    assertThat(actors.known(neighbour)).isEmpty();
  }

  private String key() {
    stores.keyOf(tenant);
    return stores
        .database()
        .asSystem(jdbc ->
            "key/"
                + jdbc.sql("select id from api_key where tenant_id = ?")
                    .param(tenant.value())
                    .query(UUID.class)
                    .single());
  }
}
