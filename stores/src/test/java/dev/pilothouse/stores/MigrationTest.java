package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.Run;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunState;
import dev.pilothouse.model.StepError;
import dev.pilothouse.model.StepOutcome;
import dev.pilothouse.model.StepRecord;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.model.VersionId;
import dev.pilothouse.spi.Automations.Drafted;
import dev.pilothouse.testkit.DatabaseLogin;
import dev.pilothouse.testkit.PostgresDatabase;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A database that was in use before a migration has lost nothing after it.
class MigrationTest {
  @RegisterExtension
  static final PostgresDatabase postgres =
      PostgresDatabase.migratedBy("stores_v1", MigrationTest::migrateToFirst);

  private final TenantId tenant = TenantId.next();
  private final EventId event = EventId.next();
  private final RunId finished = RunId.next();
  private final RunId underWay = RunId.next();

  private final Database database =
      new Database(
          new DatabaseConfig(
              postgres.url(), "", postgres.app().password(), postgres.system().password(), 2));
  private final PostgresRuns runs = new PostgresRuns(database);

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
  void keepsEntriesRunsAndStepsOfTheFirstVersion() {
    keepsTheEntry();
    keepsTheFinishedRun();
    keepsTheRunUnderWayForTheNextSweep();
    makesTheirAutomationOneLikeAllOthers();
    numbersWhatComesNextAfterWhatWas();
  }

  private void keepsTheEntry() {
    var journal =
        new PostgresJournal(
            database, new JournalWriter((_, _) -> List.of(), Optional.empty()), new StartedRuns());
    try (journal) {
      var entry = journal.find(tenant, event).orElseThrow();
      assertThat(entry.position()).isEqualTo(1);
      assertThat(entry.entry().event().data())
          .isEqualTo(new EventData.Parsed(new Json("{\"stage\": \"won\"}")));
      assertThat(entry.entry().change()).isEmpty();
      assertThat(journal.accept(tenant, "test", entry.entry().event()).join().duplicate()).isTrue();
    }
  }

  private void keepsTheFinishedRun() {
    Run run = runs.find(tenant, finished).orElseThrow();

    assertThat(run.summary().state()).isEqualTo(RunState.FINISHED);
    assertThat(run.steps())
        .extracting(step -> step.label().name(), step -> step.outcome().orElseThrow())
        .containsExactly(
            tuple("Greet", new StepOutcome.Completed(new Json("{\"n\": 1}"))),
            tuple(
                "Bill",
                new StepOutcome.Failed(
                    new StepError("step.failed", StepError.Kind.USER, "no answer"))));
    assertThat(run.steps().getLast().settlement().map(StepRecord.Settlement::attempts)).contains(3);
  }

  private void keepsTheRunUnderWayForTheNextSweep() {
    assertThat(runs.find(tenant, underWay).orElseThrow().summary().state())
        .isEqualTo(RunState.RUNNING);
    assertThat(
            Stores.client(postgres.system())
                .sql("select position, fence, owner is null unowned from run where id = ?")
                .param(underWay.value())
                .query()
                .singleRow())
        .containsEntry("position", 1L)
        .containsEntry("fence", 0L)
        .containsEntry("unowned", true);
  }

  private void makesTheirAutomationOneLikeAllOthers() {
    PostgresAutomations automations = new PostgresAutomations(database);
    Run run = runs.find(tenant, finished).orElseThrow();
    Drafted found = automations.find(tenant, run.summary().walks().automation()).orElseThrow();

    assertThat(found.automation().published()).isEmpty();
    assertThat(run.summary().walks().version().hash())
        .isEqualTo(VersionId.of(found.draft().definition()));
    assertThat(new PostgresIndex(database).published(tenant).automations()).isEmpty();
  }

  private void numbersWhatComesNextAfterWhatWas() {
    assertThat(
            Stores.client(postgres.system())
                .sql("select nextval('journal_position')")
                .query(Long.class)
                .single())
        .isGreaterThan(1);
  }

  private void fill(JdbcClient system) {
    system
        .sql(
            """
            with t as (insert into tenant (id, name) values (:tenant, 'main')),
            d as (insert into delivery (tenant_id, source, source_id, event_id) values (:tenant, 's', '1', :event)),
            j as (insert into journal (id, tenant_id, source, source_id, type, subject, time, data, actor)
              values (:event, :tenant, 's', '1', 't', '', now(), '{"stage": "won"}', 'test')),
            r as (insert into run (id, tenant_id, event_id, automation, state, finished_at)
              values (:finished, :tenant, :event, 'Acknowledge', 'finished', now()),
                (:underWay, :tenant, :event, 'Acknowledge', 'running', null))
            insert into step_outcome (tenant_id, run_id, step, name, output, error, attempts, started_at, finished_at)
            values (:tenant, :finished, 'greet', 'Greet', '{"n": 1}', null, 1, now(), now()),
              (:tenant, :finished, 'bill', 'Bill', null, 'no answer', 3, now() + interval '1 s', now())\
            """)
        .param("tenant", tenant.value())
        .param("event", event.value())
        .param("finished", finished.value())
        .param("underWay", underWay.value())
        .update();
  }

  /// Without what runs after every migration: it works on the newest schema only.
  private static void migrateToFirst(DatabaseLogin migrator) {
    Flyway.configure(Migrations.class.getClassLoader())
        .dataSource(migrator.url(), migrator.user(), migrator.password())
        .schemas("pilothouse")
        .defaultSchema("pilothouse")
        .table("schema_history")
        .locations("classpath:db/migration")
        .skipDefaultCallbacks(true)
        .target("1")
        .load()
        .migrate();
  }
}
