package dev.pilothouse.stores;

import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.testkit.DatabaseLogin;
import dev.pilothouse.testkit.PostgresDatabase;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// A migrated database with the stores on it, one for each test class.
final class Stores implements BeforeAllCallback, AfterAllCallback {
  final PostgresDatabase postgres = PostgresDatabase.migratedBy("stores", Stores::migrate);
  private @Nullable Database database;

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres.beforeAll(context);
    database =
        new Database(
            new DatabaseConfig(
                postgres.url(), "", postgres.app().password(), postgres.system().password(), 4));
  }

  @Override
  public void afterAll(ExtensionContext context) {
    database().close();
  }

  Database database() {
    return Objects.requireNonNull(database);
  }

  PostgresJournal journal() {
    return new PostgresJournal(database());
  }

  PostgresLedger ledger() {
    return new PostgresLedger(database());
  }

  PostgresRuns runs() {
    return new PostgresRuns(database());
  }

  PostgresAccounts accounts() {
    return new PostgresAccounts(database());
  }

  /// A tenant of its own for one test, so that tests of a class do not see each other's rows.
  TenantId tenant() {
    TenantId id = TenantId.next();
    database()
        .asSystem(jdbc ->
            jdbc.sql("insert into tenant (id, name) values (?, ?)")
                .params(id.value(), "tenant " + id)
                .update());
    return id;
  }

  void keyOf(TenantId tenant) {
    KeyId id = KeyId.next();
    accounts()
        .addKey(
            new NewKey(id, tenant, "test", "ph_test", SecretHash.of(id.toString()), Role.VIEWER));
  }

  static Person personOf(TenantId tenant, String email) {
    return new Person(
        PersonId.next(), new Tenant(tenant, "tenant " + tenant), email, "Priya", Role.ADMIN, true);
  }

  private static void migrate(DatabaseLogin migrator) {
    new Migrations(new DatabaseConfig(migrator.url(), migrator.password(), "", "", 1)).run();
  }
}
