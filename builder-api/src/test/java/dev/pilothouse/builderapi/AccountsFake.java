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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/// One tenant with a key for each role, and one person who is signed in.
final class AccountsFake implements Accounts {
  static final TenantId TENANT = TenantId.next();
  static final String SESSION = "session-of-ada";
  static final Person ADA =
      new Person(
          PersonId.next(),
          new Tenant(TENANT, "Acme"),
          "ada@example.com",
          "Ada",
          Role.MEMBER,
          false);

  private final Map<SecretHash, Caller> keys =
      Arrays.stream(Role.values())
          .collect(
              Collectors.toMap(
                  role -> SecretHash.of(keyOf(role)),
                  role -> new Caller.Program(KeyId.next(), TENANT, role)));

  final List<String> lookedUp = new CopyOnWriteArrayList<>();

  private volatile Optional<RuntimeException> trouble = Optional.empty();

  /// From here on nobody's key can be looked up.
  void breaksWith(RuntimeException failure) {
    trouble = Optional.of(failure);
  }

  static String keyOf(Role role) {
    return "key-of-" + role.text();
  }

  @Override
  public Optional<Caller> byKey(SecretHash hash) {
    trouble.ifPresent(failure -> {
      throw failure;
    });
    return Optional.ofNullable(keys.get(hash));
  }

  @Override
  public Optional<Caller> bySession(SecretHash hash) {
    return hash.equals(SecretHash.of(SESSION))
        ? Optional.of(new Caller.SignedIn(ADA))
        : Optional.empty();
  }

  @Override
  public Optional<Login> login(String email) {
    lookedUp.add(email);
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
  public void openSession(Person person, SecretHash hash, Duration lifetime, String device) {
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
