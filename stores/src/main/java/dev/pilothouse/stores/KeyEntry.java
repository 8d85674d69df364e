package dev.pilothouse.stores;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Keys;

/// What became of a key, as the journal tells it: never its secret.
///
/// @param actor who did it
record KeyEntry(TenantId tenant, String actor) {

  NewEntry created(NewKey key) {
    return entry("api_key.created", key.id(), key.name(), key.prefix(), key.role());
  }

  NewEntry withdrawn(Keys.Key key) {
    return entry("api_key.withdrawn", key.id(), key.name(), key.prefix(), key.role());
  }

  private NewEntry entry(String type, KeyId key, String name, String prefix, Role role) {
    String id = key.value().toString();
    return NewEntry.fromOurselves(
        tenant,
        type,
        "key/" + id,
        actor,
        JsonObjects.text(
            JsonObjects.empty()
                .put("id", id)
                .put("name", name)
                .put("prefix", prefix)
                .put("role", role.text())
                .put("by", actor)));
  }
}
