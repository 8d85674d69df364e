package dev.pilothouse.stores;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Json;
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
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// A migrated database with the stores on it, one for each test class.
///
/// Its journal and ledger work for one process, [#me()], and start every published automation of an
/// event's tenant. What they hand over to be walked stands in [#started()].
final class Stores implements BeforeAllCallback, AfterAllCallback {
  final PostgresDatabase postgres = PostgresDatabase.migratedBy("stores", Stores::migrate);
  private final UUID me = UUID.randomUUID();
  private final StartedRuns started = new StartedRuns();
  private @Nullable Database database;
  private @Nullable PostgresJournal journal;
  private @Nullable PostgresLedger ledger;

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres.beforeAll(context);
    database =
        new Database(
            new DatabaseConfig(
                postgres.url(), "", postgres.app().password(), postgres.system().password(), 6));
    journal = new PostgresJournal(database, door(), started);
    ledger = new PostgresLedger(database, me, door(), started);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ledger().close();
    journal().close();
    database().close();
  }

  Database database() {
    return Objects.requireNonNull(database);
  }

  UUID me() {
    return me;
  }

  StartedRuns started() {
    return started;
  }

  /// The way into the journal for this process: runs without a concurrency key are born its own.
  JournalWriter door() {
    return new JournalWriter(new EveryPublished(automations()), Optional.of(me));
  }

  PostgresJournal journal() {
    return Objects.requireNonNull(journal);
  }

  PostgresLedger ledger() {
    return Objects.requireNonNull(ledger);
  }

  PostgresAutomations automations() {
    return new PostgresAutomations(database());
  }

  PostgresRuns runs() {
    return new PostgresRuns(database());
  }

  /// Publishes an automation of this name, so that every event of the tenant starts it.
  AutomationVersion publish(TenantId tenant, String name) {
    Json draft = new Json("{\"name\": \"" + name + "\", \"steps\": []}");
    AutomationId id = automations().create(tenant, name, draft, "test").orElseThrow();
    return automations().publish(tenant, id, "test").orElseThrow();
  }

  /// Accepts an event and waits for its answer.
  Accepted accept(TenantId tenant, String sourceId) {
    return journal().accept(tenant, "test", StoredEvents.event(sourceId)).join();
  }

  /// Enters as somebody else than the stores do.
  static JdbcClient client(DatabaseLogin login) {
    DriverManagerDataSource connections =
        new DriverManagerDataSource(login.url(), login.user(), login.password());
    connections.setSchema("pilothouse");
    return JdbcClient.create(connections);
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
