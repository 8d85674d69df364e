package dev.pilothouse.app;

import dev.pilothouse.app.cli.CarrierOrders;
import dev.pilothouse.chain.Chains;
import dev.pilothouse.model.RunRef;
import dev.pilothouse.spi.CarriedRuns;
import dev.pilothouse.spi.CarriedRuns.Rebuilt;
import dev.pilothouse.spi.Carrier;
import dev.pilothouse.spi.Carrier.Held;
import dev.pilothouse.spi.Carrier.Stand;
import dev.pilothouse.spi.Ledger.Claimed;
import dev.pilothouse.spi.RunStarter;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.JournalWriter;
import dev.pilothouse.stores.PostgresCarriedRuns;
import dev.pilothouse.stores.PostgresCarrier;
import dev.pilothouse.stores.PostgresIndex;
import dev.pilothouse.triggers.Subscriptions;
import dev.pilothouse.workers.platform.PlatformProblem;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/// Asks the running house for its words by way of the database that it shares: it looks there every
/// second.
final class CarrierInDatabase implements CarrierOrders {
  private static final String ACTOR = "command-line";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  @Override
  public Carried reconcile(Map<String, String> given) {
    return at(
        given,
        (carrier, runs) -> {
          Stand before = carrier.stand();
          before.held().ifPresent(CarrierInDatabase::refuseWhile);
          carrier.askForRebuild("Somebody has asked for it on the command line.");
          Rebuilt rebuilt = awaited(runs, before.rebuilds());
          return new Carried(
              rebuilt.dispatched(), rebuilt.started(), rebuilt.walked(), rebuilt.strangers());
        });
  }

  @Override
  public ShownHold hold(Map<String, String> given) {
    return at(given, (carrier, _) -> shown(carrier));
  }

  @Override
  public ShownHold release(Map<String, String> given, String reason) {
    return at(
        given,
        (carrier, _) -> {
          if (!carrier.release(ACTOR, reason)) {
            throw new PlatformProblem(
                "Expected the house to be held, but it is not.", "Nothing was done.");
          }
          return shown(carrier);
        });
  }

  private static ShownHold shown(Carrier carrier) {
    Optional<Held> held = carrier.stand().held();
    return new ShownHold(
        held.isPresent(),
        held.map(it -> it.since().toString()).orElse(""),
        held.map(Held::reason).orElse(""),
        carrier.inDoubt());
  }

  private static void refuseWhile(Held held) {
    throw new PlatformProblem(
        "The house is held since " + held.since() + ". " + held.reason(),
        "A release rebuilds Temporal too: ./pilothouse hold release --reason WHY");
  }

  private static Rebuilt awaited(CarriedRuns runs, long before) {
    Instant last = Instant.now().plus(PATIENCE);
    Optional<Rebuilt> rebuilt = runs.since(before);
    while (rebuilt.isEmpty()) {
      if (Instant.now().isAfter(last)) {
        throw new PlatformProblem(
            "No process of the house has rebuilt Temporal within " + PATIENCE.toMinutes() + " min.",
            "It is still asked for. See whether one runs: ./pilothouse status");
      }
      pause();
      rebuilt = runs.since(before);
    }
    return rebuilt.get();
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(ended);
    }
  }

  private interface Work<T> {
    T with(Carrier carrier, CarriedRuns runs);
  }

  private static <T> T at(Map<String, String> given, Work<T> work) {
    Settings settings = CommandSettings.read(given);
    try (Database database = new Database(settings.database())) {
      JournalWriter writer =
          new JournalWriter(
              new Subscriptions(new PostgresIndex(database), new Chains()), Optional.empty());
      return work.with(
          new PostgresCarrier(database, writer, new LeftToTheSweep()),
          new PostgresCarriedRuns(database, UUID.randomUUID()));
    } catch (DataAccessException | TransactionException away) {
      throw new PlatformProblem(
          "The house could not be asked. " + new Reasons(settings).of(away),
          "Run the same command again then.");
    }
  }

  /// This process ends at once; what it queues, a sweep finds.
  private static final class LeftToTheSweep implements RunStarter {
    @Override
    public void born(Collection<Claimed> runs) {}

    @Override
    public void freed(Collection<RunRef> runs) {}
  }
}
