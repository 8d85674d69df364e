package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.RecordKind;
import dev.pilothouse.model.RecordRef;
import dev.pilothouse.model.StoredRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.testkit.DatabaseLogin;
import dev.pilothouse.testkit.PostgresDatabase;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Deals and tasks that were there before all records became of one shape.
class RecordMigrationTest {
  @RegisterExtension
  static final PostgresDatabase postgres =
      PostgresDatabase.migratedBy("stores_v3", RecordMigrationTest::migrateToThird);

  private final TenantId tenant = TenantId.next();
  private final RecordRef late = RecordRef.of(RecordKind.TASK, UUID.randomUUID());
  private final RecordRef bare = RecordRef.of(RecordKind.TASK, UUID.randomUUID());

  private final Database database =
      new Database(
          new DatabaseConfig(
              postgres.url(), "", postgres.app().password(), postgres.system().password(), 2));

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
  void keepsWhatTheyWere() {
    assertThat(find(late).fields().text())
        .contains("\"title\": \"Call\"", "\"assignee\": \"ann\"", "\"state\": \"open\"")
        .contains("\"due\": \"2020-01-15T08:00:00Z\"");
    assertThat(find(bare).fields().text())
        .doesNotContain("assignee", "due", "body")
        .contains("\"state\": \"done\"");
    assertThat(find(late).createdBy()).isEqualTo("run/1");
    StoredRecord deal = find(new RecordRef(RecordKind.DEAL, "42"));
    assertThat(deal.fields().text()).isEqualTo("{\"id\": \"42\", \"stage\": \"won\"}");
    assertThat(deal.version()).isEqualTo(3);
    assertThat(deal.createdAt()).isEqualTo("2026-01-01T00:00:00Z");
    tellsNobodyAnewOfWhatWasDueBefore();
  }

  private void tellsNobodyAnewOfWhatWasDueBefore() {
    assertThat(
            database.<Long>asSystem(jdbc ->
                jdbc.sql("select count(*) from task where state = 'open' and overdue_at is null")
                    .query(Long.class)
                    .single()))
        .isZero();
  }

  private StoredRecord find(RecordRef record) {
    return new PostgresRecords(database).find(tenant, record).orElseThrow();
  }

  private void fill(JdbcClient system) {
    system
        .sql(
            """
            with t as (insert into tenant (id, name) values (:tenant, 'main')),
            d as (insert into deal (tenant_id, id, fields, version, changed_at)
              values (:tenant, '42', '{"stage": "won"}', 3, '2026-01-01T00:00:00Z'))
            insert into task (id, tenant_id, title, assignee, due_at, state, created_by)
            values (:late::uuid, :tenant, 'Call', 'ann', '2020-01-15T09:00:00+01:00', 'open', 'run/1'),
              (:bare::uuid, :tenant, 'Write', '', null, 'done', 'run/1')\
            """)
        .param("tenant", tenant.value())
        .param("late", late.id())
        .param("bare", bare.id())
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
