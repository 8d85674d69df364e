package dev.pilothouse.bench;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Companies that share the house, each with a key. Made by SQL: there is no command that makes a
/// second tenant.
record Tenants(List<Tenant> all) {
  static final int MANY = 32;

  /// @param key what its programs send
  record Tenant(TenantId id, KeyId keyId, String key) {}

  Tenants {
    all = List.copyOf(all);
  }

  static Tenants make(Rows rows, int count) {
    List<Tenant> made = new ArrayList<>();
    for (int number = 1; number <= count; number++) {
      made.add(make(rows, "Tenant " + number));
    }
    return new Tenants(made);
  }

  Tenants only(int place) {
    return new Tenants(List.of(all.get(place)));
  }

  Tenant inTurn(long number) {
    return all.get((int) (number % all.size()));
  }

  private static Tenant make(Rows rows, String name) {
    Tenant tenant =
        new Tenant(TenantId.next(), KeyId.next(), "ph_bench" + UUID.randomUUID().toString());
    rows.change("insert into tenant (id, name) values (?, ?)", tenant.id().value(), name);
    rows.change(
        "insert into api_key (id, tenant_id, name, prefix, hash, role) values (?, ?, 'bench', 'ph_bench', ?, 'admin')",
        tenant.keyId().value(),
        tenant.id().value(),
        SecretHash.of(tenant.key()).hex());
    return tenant;
  }
}
