package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.AutomationId;
import dev.pilothouse.model.AutomationState;
import dev.pilothouse.model.SourceFormat;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.spi.Publications.Answer;
import dev.pilothouse.spi.Publications.AsOf;
import dev.pilothouse.spi.Publications.Order;
import dev.pilothouse.testkit.DatabaseLogin;
import dev.pilothouse.testkit.PostgresDatabase;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What was published before there was a history has one after the migration.
class VersionsMigrationTest {
  @RegisterExtension
  static final PostgresDatabase postgres =
      PostgresDatabase.migratedBy("stores_v3", VersionsMigrationTest::migrateToThird);

  private final TenantId tenant = TenantId.next();
  private final AutomationId greet = AutomationId.next();
  private final AutomationId bill = AutomationId.next();
  private final AutomationId idea = AutomationId.next();

  private final Database database =
      new Database(
          new DatabaseConfig(
              postgres.url(), "", postgres.app().password(), postgres.system().password(), 2));
  private final PostgresAutomations automations = new PostgresAutomations(database);
  private final PostgresPublications publications =
      new PostgresPublications(
          database, new JournalWriter((_, _) -> List.of(), Optional.empty()), new StartedRuns());

  @BeforeEach
  void migrateADatabaseInUse() {
    fill(Stores.client(postgres.system()));
    DatabaseLogin migrator = postgres.migrator();
    new Migrations(new DatabaseConfig(migrator.url(), migrator.password(), "", "", 1)).run();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsWhatWasPublishedBefore() {
    keepsTheDrafts();
    knowsWhatWasInForceAtEachEpoch();
    goesOnFromThere();
  }

  private void keepsTheDrafts() {
    Drafted found = automations.find(tenant, greet).orElseThrow();
    assertThat(found.automation().state()).isEqualTo(AutomationState.PUBLISHED);
    assertThat(found.automation().unpublished()).isFalse();
    assertThat(found.automation().owner()).isEqualTo("ann@example.com");
    assertThat(found.draft().source().format()).isEqualTo(SourceFormat.JSON);
    assertThat(found.draft().source().text()).contains("\"owner\": \"ann@example.com\"");
    assertThat(automations.find(tenant, idea).orElseThrow().automation().state())
        .isEqualTo(AutomationState.DRAFT);
  }

  private void knowsWhatWasInForceAtEachEpoch() {
    assertThat(at(0)).isEmpty();
    assertThat(at(1)).containsExactly(tuple("Greet", 1));
    assertThat(at(2)).containsExactlyInAnyOrder(tuple("Greet", 1), tuple("Bill", 1));
    assertThat(at(3)).containsExactlyInAnyOrder(tuple("Greet", 1), tuple("Bill", 2));
    assertThat(at(4)).containsExactlyInAnyOrder(tuple("Greet", 1), tuple("Bill", 1));
  }

  private void goesOnFromThere() {
    var order = new Order(tenant, greet, "ann", "");
    assertThat(publications.pause(order))
        .isInstanceOfSatisfying(
            Answer.Done.class, done -> assertThat(done.publication().epoch()).isEqualTo(5));
  }

  private List<Tuple> at(long epoch) {
    return publications.inForce(tenant, new AsOf.Epoch(epoch), Optional.empty(), 10).stream()
        .map(it -> tuple(it.version().name(), it.since().version().orElseThrow().number()))
        .toList();
  }

  /// Greet once; Bill twice, and then its first version again.
  private void fill(JdbcClient system) {
    system
        .sql(
            """
            with t as (insert into tenant (id, name) values (:tenant, 'main')),
            a as (insert into automation (id, tenant_id, name, draft, published, created_by) values
              (:greet, :tenant, 'Greet', :greeting::jsonb, 'a', 'ann'),
              (:bill, :tenant, 'Bill', '{"name": "Bill"}', 'b', 'ann'),
              (:idea, :tenant, 'Idea', '{"name": "Idea"}', null, 'ann')),
            v as (insert into automation_version (tenant_id, automation_id, hash, definition, number, published_by, published_at) values
              (:tenant, :greet, encode(sha256(convert_to((:greeting::jsonb)::text, 'UTF8')), 'hex'), :greeting::jsonb, 1, 'ann', now() - interval '3 d'),
              (:tenant, :bill, repeat('b', 64), '{"name": "Bill"}', 1, 'ann', now() - interval '2 d'),
              (:tenant, :bill, repeat('c', 64), '{"name": "Bill", "steps": []}', 2, 'ann', now() - interval '1 d'))
            insert into index_epoch (tenant_id, epoch) values (:tenant, 4)\
            """)
        .param("tenant", tenant.value())
        .param("greet", greet.value())
        .param("bill", bill.value())
        .param("idea", idea.value())
        .param("greeting", "{\"name\": \"Greet\", \"owner\": \"ann@example.com\"}")
        .update();
    system
        .sql(
            """
            update automation a set published = v.hash from automation_version v
            where v.automation_id = a.id and v.number = 1\
            """)
        .update();
  }

  /// Without what runs after every migration: it works on the newest schema only.
  private static void migrateToThird(DatabaseLogin migrator) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(migrator.url(), migrator.user(), migrator.password())
        .schemas("pilothouse")
        .defaultSchema("pilothouse")
        .table("schema_history")
        .locations("classpath:db/migration")
        .skipDefaultCallbacks(true)
        .target("3")
        .load()
        .migrate();
  }
}
