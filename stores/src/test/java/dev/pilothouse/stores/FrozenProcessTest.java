package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.pilothouse.model.Accepted;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.model.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A process that is stopped in the middle of a transaction holds its rows for as long as it
/// sleeps.
class FrozenProcessTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final long SOON = 20;

  private final Database frozen =
      new Database(stores.config(), Duration.ofSeconds(1), Duration.ofMinutes(1));

  /// Not the common pool: whoever sleeps there keeps the other tests from working.
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private final CountDownLatch thaw = new CountDownLatch(1);
  private final CountDownLatch frozenNow = new CountDownLatch(1);

  @AfterEach
  void stop() {
    thaw.countDown();
    threads.close();
    frozen.close();
  }

  @Test
  void holdsUpNoEventThatItWasAboutToAccept() throws Exception {
    TenantId tenant = stores.tenant();
    CompletableFuture<Void> asleep =
        freezesAfter(tx -> DeliveryStatement.insert(tx, List.of(StoredEvents.entry(tenant, "1"))));

    Accepted accepted =
        stores
            .journal()
            .accept(tenant, "test", StoredEvents.event("1"))
            .get(SOON, TimeUnit.SECONDS);

    assertThat(accepted.duplicate()).isFalse();
    thaw.countDown();
    assertThatThrownBy(asleep::join)
        .satisfies(awake -> assertThat(CommitFailure.of(awake)).isEqualTo(CommitFailure.CUT_OFF));
  }

  @Test
  void holdsUpNoClaimOfARunThatItWasAboutToWrite() throws Exception {
    RunRef run = stores.queuedRun();
    var _ =
        freezesAfter(tx ->
            tx.sql("update run set nudged_at = now() where id = ?")
                .param(run.run().value())
                .update());

    CompletableFuture<Integer> claimed =
        CompletableFuture.supplyAsync(() -> stores.ledger().claim(List.of(run)).size(), threads);

    assertThat(claimed.get(SOON, TimeUnit.SECONDS)).isEqualTo(1);
  }

  /// A setting that is made within a transaction goes with it, and a connection that waits in one
  /// would be cut itself.
  @Test
  void isToldFromAConnectionThatIsNotUsed() {
    assertThatThrownBy(() ->
            frozen.asSystem(_ -> {
              throw new IllegalStateException("undone, on purpose");
            }))
        .hasMessage("undone, on purpose");

    assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("1s");
    assertThat(setting("search_path")).isEqualTo("pilothouse");
    assertThat(statesOfConnections()).isNotEmpty().containsOnly("idle");
  }

  private String setting(String name) {
    return frozen.asSystem(tx -> tx.sql("show " + name).query(String.class).single());
  }

  /// Of both roles: each pool opens one by itself.
  private static List<String> statesOfConnections() {
    return Stores.client(stores.postgres.superuser())
        .sql(
            """
            select state from pg_stat_activity
            where usename like 'pilothouse%' and datname = current_database()\
            """)
        .query((row, _) -> String.valueOf(row.getString(1)))
        .list();
  }

  private CompletableFuture<Void> freezesAfter(Consumer<JdbcClient> statement)
      throws InterruptedException {
    CompletableFuture<Void> asleep =
        CompletableFuture.runAsync(
            () ->
                frozen.asSystem(tx -> {
                  statement.accept(tx);
                  frozenNow.countDown();
                  return sleeps();
                }),
            threads);
    assertThat(frozenNow.await(SOON, TimeUnit.SECONDS)).isTrue();
    return asleep;
  }

  private boolean sleeps() {
    try {
      thaw.await();
      return true;
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
