package dev.pilothouse.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.testkit.Wait;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A PostgreSQL that vanishes without a word.
class SilentServerTest {
  @RegisterExtension static final Stores stores = new Stores();

  private static final Duration SOON = Duration.ofMinutes(1);

  private final SilentServer server = server();
  private final Database database =
      new Database(
          new DatabaseConfig(
              server.url(),
              "",
              stores.postgres.app().password(),
              stores.postgres.system().password(),
              2),
          Duration.ofSeconds(9),
          Duration.ofSeconds(1));

  private static SilentServer server() {
    try {
      return new SilentServer(stores.postgres.url());
    } catch (IOException noDoor) {
      throw new IllegalStateException(noDoor);
    }
  }

  @AfterEach
  void stop() throws IOException {
    database.close();
    server.close();
  }

  @Test
  void isNotWaitedForForEver() {
    CompletableFuture<Throwable> failure =
        CompletableFuture.supplyAsync(() ->
            catchThrowable(() ->
                database.asSystem(tx -> {
                  one(tx);
                  server.fallSilent();
                  return one(tx);
                })));

    assertThat(failure)
        .succeedsWithin(SOON)
        .satisfies(thrown -> assertThat(CommitFailure.of(thrown)).isEqualTo(CommitFailure.CUT_OFF));
    database.check();
  }

  private static int one(JdbcClient tx) {
    return tx.sql("select 1").query(Integer.class).single();
  }

  @Test
  void isListenedToAgainOnceItIsBack() {
    RunRef run = stores.queuedRun();
    List<RunId> heard = new CopyOnWriteArrayList<>();
    try (Neighbour here = new Neighbour(stores).alive();
        OrderBell bell = new OrderBell(database, heard::add)) {
      bell.start();
      var _ = here.control().order(run, new Order.Cancel(), "priya", "");
      Wait.until("the bell rings", SOON, () -> heard.contains(run.run()));
      server.fallSilent();
      heard.clear();

      Wait.until("the bell rings for what still waits", SOON, () -> heard.contains(run.run()));
    }
  }
}
