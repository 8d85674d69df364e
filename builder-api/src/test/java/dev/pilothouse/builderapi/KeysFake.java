package dev.pilothouse.builderapi;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Keys;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The keys of one tenant, the newest first.
final class KeysFake implements Keys {
  private static final Instant NOW = Instant.parse("2026-11-20T09:58:00Z");

  final List<NewKey> made = new CopyOnWriteArrayList<>();
  final List<String> actors = new CopyOnWriteArrayList<>();
  private final List<Key> keys = new CopyOnWriteArrayList<>();

  Key add(String name) {
    Key key = new Key(KeyId.next(), name, "ph_abcdef", Role.OPERATOR, NOW, Optional.empty());
    keys.addFirst(key);
    return key;
  }

  @Override
  public List<Key> page(TenantId tenant, Optional<KeyId> before, int limit) {
    List<KeyId> ids = keys.stream().map(Key::id).toList();
    int from = before.map(last -> ids.indexOf(last) + 1).orElse(0);
    return keys.stream().skip(from).limit(limit).toList();
  }

  @Override
  public void make(NewKey key, String actor) {
    made.add(key);
    actors.add(actor);
  }

  @Override
  public Optional<Key> withdraw(TenantId tenant, KeyId key, String actor) {
    actors.add(actor);
    keys.replaceAll(it -> it.id().equals(key) ? withdrawn(it) : it);
    return keys.stream().filter(it -> it.id().equals(key)).findFirst();
  }

  private static Key withdrawn(Key key) {
    return new Key(
        key.id(), key.name(), key.prefix(), key.role(), key.createdAt(), Optional.of(NOW));
  }
}
