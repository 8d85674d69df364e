package dev.pilothouse.stores;

import dev.pilothouse.model.Order;
import dev.pilothouse.model.RunId;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.testkit.Wait;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OrderBellTest {
  @RegisterExtension static final Stores stores = new Stores();

  private final Neighbour here = new Neighbour(stores).alive();
  private final RunRef run = stores.queuedRun();
  private final List<RunId> heard = new CopyOnWriteArrayList<>();

  @AfterEach
  void stop() {
    here.close();
  }

  @Test
  void ringsForAnOrder() {
    try (var _ = ringing(heard::add)) {
      order();

      untilHeard(run.run());
    }
  }

  @Test
  void ringsAgainAfterItsConnectionWasCut() {
    try (var _ = ringing(heard::add)) {
      cutListeners();
      untilListening();
      order();

      untilHeard(run.run());
    }
  }

  @Test
  void ringsForAnOrderThatWasGivenWhileNobodyListened() {
    order();

    try (var _ = ringing(heard::add)) {
      untilHeard(run.run());
    }
  }

  @Test
  void ringsAgainAfterWhoeverHeardItWasInTrouble() {
    Consumer<RunId> inTrouble =
        id -> {
          if (heard.isEmpty()) {
            heard.add(RunId.next());
            throw new IllegalStateException("on purpose");
          }
          heard.add(id);
        };
    try (var _ = ringing(inTrouble)) {
      order();
      Wait.until("the first was heard", SOON, () -> !heard.isEmpty());
      order();

      untilHeard(run.run());
    }
  }

  private static final Duration SOON = Duration.ofSeconds(20);

  private OrderBell ringing(Consumer<RunId> ordered) {
    OrderBell bell = new OrderBell(stores.database(), ordered);
    bell.start();
    untilListening();
    return bell;
  }

  private void order() {
    var _ = here.control().order(run, new Order.Cancel(), "priya", "");
  }

  private void untilHeard(RunId ordered) {
    Wait.until("the bell rang for the run", SOON, () -> heard.contains(ordered));
  }

  private static void untilListening() {
    Wait.until("somebody listens", SOON, () -> listeners() > 0);
  }

  private static int listeners() {
    return Stores.client(stores.postgres.superuser())
        .sql(
            """
            select count(*) from pg_stat_activity where query like '%where ordered and finished_at is null' and state = 'idle'
              and datname = current_database()\
            """)
        .query(Integer.class)
        .single();
  }

  private static void cutListeners() {
    Stores.client(stores.postgres.superuser())
        .sql(
            """
            select pg_terminate_backend(pid, 5000) from pg_stat_activity
            where query like '%where ordered and finished_at is null' and datname = current_database()\
            """)
        .query((_, _) -> true)
        .list();
  }
}
