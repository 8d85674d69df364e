package dev.pilothouse.stores;

import static dev.pilothouse.stores.StoredEvents.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.TenantId;
import dev.pilothouse.spi.Journal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresDeliveriesTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration AGE = Duration.ofDays(90);

  private final PostgresDeliveries deliveries = new PostgresDeliveries(stores.database());
  private final TenantId tenant = stores.tenant();

  @Test
  void forgetsThoseThatAreOldEnoughAndKeepsTheirEvents() {
    Accepted old = accepted("old", 91);
    accepted("young", 89);

    assertThat(deliveries.forget(AGE, 10)).isEqualTo(1);

    assertThat(stores.journal().find(tenant, old.id())).isPresent();
    assertThat(stores.accept(tenant, "old").duplicate()).isFalse();
    assertThat(stores.accept(tenant, "young").duplicate()).isTrue();
  }

  @Test
  void forgetsTheOldestFirstAndNoMoreThanAsked() {
    accepted("older", 200);
    accepted("old", 100);

    assertThat(deliveries.forget(AGE, 1)).isEqualTo(1);

    assertThat(stores.accept(tenant, "old").duplicate()).isTrue();
    assertThat(deliveries.forget(AGE, 10)).isEqualTo(1);
    assertThat(deliveries.forget(AGE, 10)).isZero();
  }

  @Test
  void forgetsRefusedOnesOfTheSameAge() {
    refused("older", 200);
    refused("old", 91);
    refused("young", 89);

    assertThat(deliveries.forgetRefused(AGE, 1)).isEqualTo(1);
    assertThat(refusedOnes()).containsExactlyInAnyOrder("old", "young");
    assertThat(deliveries.forgetRefused(AGE, 10)).isEqualTo(1);
    assertThat(refusedOnes()).containsExactly("young");
    assertThat(deliveries.forgetRefused(AGE, 10)).isZero();
  }

  private void refused(String sourceId, int daysAgo) {
    stores.journal().refuse(tenant, new Refusal("key/1", "s", sourceId, "", 400, "No type.", 12));
    stores.change(
        "update refused_delivery set received_at = now() - ? * interval '1 day' where source_id = ?",
        daysAgo,
        sourceId);
  }

  private List<String> refusedOnes() {
    return stores
        .database()
        .as(
            tenant,
            jdbc -> jdbc.sql("select source_id from refused_delivery").query(String.class).list());
  }

  /// The repeated one finds its first one, which is gone when its answer is looked for.
  @Test
  void makesANewOneOfWhatIsRepeatedInTheMomentItIsForgotten() throws Exception {
    accepted("repeated", 91);
    stores.publish(tenant, "Greet");
    CountDownLatch bothWait = new CountDownLatch(1);
    try (PostgresJournal journal = forgettingAt("beside", bothWait)) {
      CompletableFuture<Accepted> first = journal.accept(tenant, "test", event("first"));
      CompletableFuture<Accepted> beside = journal.accept(tenant, "test", event("beside"));
      CompletableFuture<Accepted> repeated = journal.accept(tenant, "test", event("repeated"));
      bothWait.countDown();

      assertThat(repeated.get(20, TimeUnit.SECONDS).duplicate()).isFalse();
      assertThat(beside.join().duplicate()).isFalse();
      assertThat(first.join().duplicate()).isFalse();
    }
  }

  /// All but the first event it accepts are written in one transaction.
  private PostgresJournal forgettingAt(String sourceId, CountDownLatch go) {
    JournalWriter door =
        new JournalWriter(
            (entry, _) -> {
              awaited(go);
              if (entry.event().sourceId().equals(sourceId)) {
                CompletableFuture.runAsync(() -> deliveries.forget(AGE, 10)).join();
              }
              return List.of();
            },
            Optional.empty());
    return new PostgresJournal(stores.database(), door, stores.started());
  }

  private static void awaited(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private Accepted accepted(String sourceId, int daysAgo) {
    Accepted accepted = stores.accept(tenant, sourceId);
    stores.change(
        "update delivery set received_at = now() - ? * interval '1 day' where event_id = ?",
        daysAgo,
        accepted.id().value());
    return accepted;
  }
}
