package dev.pilothouse.spi;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// The keys of a tenant's programs, without their secrets: those are shown once, when a key is
/// made. The journal tells who made or withdrew one, in the same transaction.
public interface Keys {
  /// @param prefix the beginning of the secret, so that people know again which one it is
  record Key(
      KeyId id,
      String name,
      String prefix,
      Role role,
      Instant createdAt,
      Optional<Instant> withdrawnAt) {}

  /// The newest first, withdrawn ones too: what they did stays in the journal under their id.
  ///
  /// @param before the last one of the page before
  List<Key> page(TenantId tenant, Optional<KeyId> before, int limit);

  /// @param actor who makes it
  void make(NewKey key, String actor);

  /// Withdrawing one again changes nothing. Empty when the tenant has no such key.
  ///
  /// @param actor who withdraws it
  Optional<Key> withdraw(TenantId tenant, KeyId key, String actor);
}
