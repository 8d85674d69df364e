package dev.pilothouse.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.chain.Chains;
import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.CloudEvent;
import dev.pilothouse.model.EventData;
import dev.pilothouse.model.Role;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.Tenant;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.RunStarter;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.JournalWriter;
import dev.pilothouse.stores.PostgresAccounts;
import dev.pilothouse.stores.PostgresIndex;
import dev.pilothouse.stores.PostgresJournal;
import dev.pilothouse.testkit.Wait;
import dev.pilothouse.triggers.Subscriptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// A process that dies between its commit and the start of the workflow leaves a row and nothing
/// else.
class SweepTest {
  @RegisterExtension static final RunningHouse house = new RunningHouse();

  @Test
  void startsARunThatItsProcessNeverStarted() {
    String run = committedButNeverStarted().runs().getFirst().toString();
    String key =
        "Bearer " + new KeysInDatabase().create(house.settings(), "test", Role.VIEWER).key();

    Wait.until(
        "the run has finished",
        Duration.ofMinutes(2),
        () ->
            house
                .get("/v1/runs/" + run, "Authorization", key)
                .json()
                .path("state")
                .asString()
                .equals("finished"));

    assertThat(house.get("/v1/runs", "Authorization", key).json().path("items").size()).isOne();
  }

  private static Accepted committedButNeverStarted() {
    try (Database database = new Database(Settings.read(List.of(), house.settings()).database());
        PostgresJournal journal =
            new PostgresJournal(
                database,
                new JournalWriter(
                    new Subscriptions(new PostgresIndex(database), new Chains()),
                    Optional.of(UUID.randomUUID())),
                new StartsNothing())) {
      Tenant tenant = new PostgresAccounts(database).firstTenant().orElseThrow();
      CloudEvent event =
          new CloudEvent(
              "test", UUID.randomUUID().toString(), "t", "", Instant.now(), EventData.NONE);
      return journal.accept(tenant.id(), "test", event).join();
    }
  }

  /// A process that has died.
  private static final class StartsNothing implements RunStarter {
    @Override
    public void born(Collection<Ledger.Claimed> runs) {}

    @Override
    public void freed(Collection<RunRef> runs) {}
  }
}
