package dev.pilothouse.builderapi;

import dev.pilothouse.model.Caller;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// One tenant with a key for each role, and nobody who signs in.
final class AccountsFake implements Accounts {
  static final TenantId TENANT = TenantId.next();

  private final Map<SecretHash, Caller> keys =
      Arrays.stream(Role.values())
          .collect(
              Collectors.toMap(
                  role -> SecretHash.of(keyOf(role)),
                  role -> new Caller.Program(KeyId.next(), TENANT, role)));

  static String keyOf(Role role) {
    return "key-of-" + role.text();
  }

  @Override
  public Optional<Caller> byKey(SecretHash hash) {
    return Optional.ofNullable(keys.get(hash));
  }

  @Override
  public Optional<Caller> bySession(SecretHash hash) {
    return Optional.empty();
  }

  @Override
  public Optional<Login> login(String email) {
    return Optional.empty();
  }

  @Override
  public Optional<Tenant> firstTenant() {
    return Optional.empty();
  }

  @Override
  public boolean createFirst(Tenant tenant, Person administrator, String passwordHash) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void openSession(Person person, SecretHash hash, Duration lifetime) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void closeSession(SecretHash hash) {}

  @Override
  public void addKey(NewKey key) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void changePassword(
      TenantId tenant, PersonId person, String passwordHash, SecretHash sessionToKeep) {
    throw new UnsupportedOperationException();
  }
}
