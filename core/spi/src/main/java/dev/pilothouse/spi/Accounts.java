package dev.pilothouse.spi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.Optional;

/// People, sessions and keys. Secrets never pass this door: callers hand over their hash, argon2id
/// for passwords.
public interface Accounts {
  record Login(Person person, String passwordHash) {}

  record NewKey(
      KeyId id, TenantId tenant, String name, String prefix, SecretHash hash, Role role) {}

  /// Makes the first tenant and its administrator; false when there is a tenant already.
  boolean createFirst(Tenant tenant, Person administrator, String passwordHash);

  /// The tenant of a single-tenant house, the oldest one otherwise.
  Optional<Tenant> firstTenant();

  Optional<Login> login(String email);

  /// @param device what the browser says of itself; its beginning is kept
  void openSession(Person person, SecretHash hash, Duration lifetime, String device);

  void closeSession(SecretHash hash);

  /// Empty when the session is unknown or past its end.
  Optional<Caller> bySession(SecretHash hash);

  /// Empty when the key is unknown or withdrawn.
  Optional<Caller> byKey(SecretHash hash);

  /// For whoever holds the database itself, and stands in no journal as an actor; people and
  /// programs make theirs by [Keys#make].
  void addKey(NewKey key);

  /// Sets a new password and ends every other session of the person.
  void changePassword(
      TenantId tenant, PersonId person, String passwordHash, SecretHash sessionToKeep);
}
