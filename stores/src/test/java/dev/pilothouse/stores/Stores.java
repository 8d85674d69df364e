package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationVersion;
import dev.pilothouse.model.Draft;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.KeyId;
import dev.pilothouse.model.Person;
import dev.pilothouse.model.PersonId;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.RunSummary;
import dev.pilothouse.model.SecretHash;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Accounts.NewKey;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Matching;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Runs;
import dev.pilothouse.testkit.DatabaseLogin;
import dev.pilothouse.testkit.PostgresDatabase;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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
  static final Handover ANYTHING_FITS = (_, _, _) -> new Handover.Answer.Fits();

  final PostgresDatabase postgres = PostgresDatabase.migratedBy("stores", Stores::migrate);
  private final UUID me = UUID.randomUUID();
  private final StartedRuns started = new StartedRuns();
  private @Nullable Database database;
  private @Nullable PostgresJournal journal;
  private @Nullable PostgresLedger ledger;

  @Override
  public void beforeAll(ExtensionContext context) {
    postgres.beforeAll(context);
    database = new Database(config());
    journal = new PostgresJournal(database, door(), started);
    ledger = new PostgresLedger(database, me, door(), started, ANYTHING_FITS);
  }

  @Override
  public void afterAll(ExtensionContext context) {
    ledger().close();
    journal().close();
    database().close();
  }

  DatabaseConfig config() {
    return new DatabaseConfig(
        postgres.url(), "", postgres.app().password(), postgres.system().password(), 6);
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
    return new JournalWriter(new EveryPublished(index()), Optional.of(me));
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

  PostgresIndex index() {
    return new PostgresIndex(database());
  }

  /// Its own entries start nothing here: most tests count the runs of their events.
  void pause(TenantId tenant, AutomationId automation) {
    assertThat(publications().pause(new Publications.Order(tenant, automation, "test", "")))
        .isInstanceOf(Publications.Answer.Done.class);
  }

  PostgresPublications publications() {
    return new PostgresPublications(
        database(), new JournalWriter((_, _) -> List.of(), Optional.of(me)), started);
  }

  PostgresRuns runs() {
    return new PostgresRuns(database());
  }

  List<RunSummary> newestRuns(TenantId tenant, int limit) {
    return runs().page(tenant, Runs.Filter.ALL, Optional.empty(), limit).runs();
  }

  /// Publishes an automation of this name, so that every event of the tenant starts it.
  AutomationVersion publish(TenantId tenant, String name) {
    Draft draft = Draft.of(new Json("{\"name\": \"" + name + "\", \"steps\": []}"));
    AutomationId id = automations().create(tenant, name, draft, "test").orElseThrow();
    publish(tenant, id);
    return index().published(tenant).automations().stream()
        .map(Matching.Indexed::version)
        .filter(version -> version.automation().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /// Publishes the draft as it is.
  Publications.Answer publish(TenantId tenant, AutomationId automation) {
    String seen = automations().find(tenant, automation).orElseThrow().draft().tag();
    return publications().publish(new Publications.Order(tenant, automation, "test", ""), seen);
  }

  /// Accepts an event and waits for its answer.
  Accepted accept(TenantId tenant, String sourceId) {
    return journal().accept(tenant, "test", StoredEvents.event(sourceId)).join();
  }

  /// A run that waits to be walked, of a tenant of its own. Its owner, [#me()], has no lease.
  RunRef queuedRun() {
    TenantId tenant = tenant();
    publish(tenant, "Greet");
    return new RunRef(tenant, accept(tenant, "first").runs().getFirst());
  }

  /// Runs that go one after the other, in their order.
  List<RunRef> runsInTurn(int count) {
    TenantId tenant = tenant();
    publish(tenant, EveryPublished.IN_TURN);
    return IntStream.range(0, count)
        .mapToObj(number -> new RunRef(tenant, accept(tenant, "n" + number).runs().getFirst()))
        .toList();
  }

  Map<String, @Nullable Object> row(RunId run) {
    return database()
        .asSystem(jdbc ->
            jdbc.sql("select * from run where id = ?").param(run.value()).query().singleRow());
  }

  /// Makes the run's row look as if nobody had touched it for a minute.
  void leaveAlone(RunId run) {
    change("update run set nudged_at = now() - interval '1 minute' where id = ?", run.value());
  }

  void change(String sql, Object... values) {
    database().asSystem(jdbc -> jdbc.sql(sql).params(values).update());
  }

  /// What the journal tells of the run itself, oldest first.
  List<String> toldOf(RunRef run) {
    Journal.Filter ofRun =
        new Journal.Filter("", "run/" + run.run(), "", Optional.empty(), Optional.empty());
    return journal().page(run.tenant(), ofRun, Optional.empty(), 100).reversed().stream()
        .map(entry -> entry.entry().event().type())
        .toList();
  }

  /// Returns when a statement in this database waits for a row that another transaction holds.
  void untilSomeoneWaitsForARow() {
    JdbcClient all = client(postgres.superuser());
    Wait.until(
        "a statement waits for a row",
        Duration.ofSeconds(20),
        () ->
            all.sql(
                    """
                    select exists(select from pg_stat_activity where wait_event_type = 'Lock'
                      and wait_event in ('transactionid', 'tuple') and datname = current_database())\
                    """)
                .query(Boolean.class)
                .single());
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
