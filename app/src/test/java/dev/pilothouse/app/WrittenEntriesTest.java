package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.EventType;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.EventId;
import dev.pilothouse.model.Json;
import dev.pilothouse.model.NewEntry;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.stores.DatabaseConfig;
import dev.pilothouse.stores.Migrations;
import dev.pilothouse.testkit.PostgresDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Each way in which the house writes into its journal, on a real database and without Temporal.
/// What the tests of the whole house write is held against the catalogue as well, when they end.
class WrittenEntriesTest {
  @RegisterExtension
  static final PostgresDatabase postgres =
      PostgresDatabase.migratedBy(
          "app_stores",
          migrator ->
              new Migrations(new DatabaseConfig(migrator.url(), migrator.password(), "", "", 1))
                  .run());

  @Test
  void sayWhatTheCatalogueSaysOfThem() {
    try (StoresAlone stores = new StoresAlone(postgres)) {
      stores.changeAutomations();
      stores.changeRecords();
      stores.walkRuns();
      stores.renameTheCompany();
      stores.keepKeys();
      stores.holdTheHouse();

      WrittenEntries written = stores.written();

      assertThat(written.misfits()).isEmpty();
      assertThat(written.types())
          .containsExactlyInAnyOrderElementsOf(
              EventCatalogue.standard().all().stream()
                  .filter(EventType::ours)
                  .map(EventType::name)
                  .toList());
    }
  }

  @Test
  void areFoundOutWhereTheySayAnythingElse() {
    assertThat(misfits("run.started", "{\"automation\": \"A\"}"))
        .singleElement()
        .asString()
        .contains("automation_id");
    assertThat(misfits("run.jumped", "{}"))
        .containsExactly("'run.jumped' is not in the catalogue as one of ours");
    assertThat(misfits("user.joined", "{}")).singleElement().asString().contains("one of ours");
    assertThat(misfits("task.created", "{\"id\": \"1\", \"title\": \"T\", \"state\": \"open\"}"))
        .singleElement()
        .asString()
        .contains("has a change");
  }

  private static List<String> misfits(String type, String data) {
    EventId id = EventId.next();
    CloudEvent event =
        new CloudEvent(
            "pilothouse",
            id.toString(),
            type,
            "",
            Instant.EPOCH,
            new EventData.Parsed(new Json(data)));
    return new WrittenEntries(
            List.of(
                new NewEntry(
                    id, TenantId.next(), event, Optional.empty(), "pilothouse", Optional.empty())))
        .misfits();
  }
}
