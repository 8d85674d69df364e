package dev.pilothouse.app;

import dev.pilothouse.activities.Walks;
import dev.pilothouse.builderapi.About;
import dev.pilothouse.builderapi.FirstLogin;
import dev.pilothouse.builderapi.HttpConfig;
import dev.pilothouse.contracts.HistoryFormat;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Company;
import dev.pilothouse.spi.Keys;
import dev.pilothouse.spi.Processes;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Sessions;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.JournalWriter;
import dev.pilothouse.stores.Migrations;
import dev.pilothouse.stores.OrderBell;
import dev.pilothouse.stores.PostgresAccounts;
import dev.pilothouse.stores.PostgresCompany;
import dev.pilothouse.stores.PostgresIndex;
import dev.pilothouse.stores.PostgresKeys;
import dev.pilothouse.stores.PostgresSessions;
import dev.pilothouse.triggers.CarrierWatch;
import dev.pilothouse.triggers.Dispatcher;
import dev.pilothouse.triggers.FailureSweep;
import dev.pilothouse.triggers.OldDeliveries;
import dev.pilothouse.triggers.OverdueSweep;
import dev.pilothouse.triggers.Subscriptions;
import dev.pilothouse.triggers.Sweep;
import dev.pilothouse.triggers.TypeSightings;
import dev.pilothouse.workers.temporal.RunWorkers;
import dev.pilothouse.workers.temporal.TemporalConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Who is made of what: the table of contents of the house.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class) // accounts are ours
@Import({EngineWiring.class, RecordsWiring.class})
class Wiring {
  @Bean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  About about(Settings settings) {
    return new About(Version.current(), settings.temporal().namespacePage());
  }

  @Bean
  HttpConfig http(Settings settings) {
    return settings.http();
  }

  @Bean
  FirstLogin firstLogin(Settings settings) {
    return new FirstLoginFile(settings.firstLoginFile());
  }

  @Bean
  Database database(Settings settings, MeterRegistry meters) {
    Database database = new Database(settings.database());
    database.reportTo(meters);
    return database;
  }

  @Bean
  Accounts accounts(Database database) {
    return new PostgresAccounts(database);
  }

  @Bean
  Sessions sessions(Database database) {
    return new PostgresSessions(database);
  }

  @Bean
  Keys keys(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresKeys(database, writer, dispatcher);
  }

  @Bean
  Company company(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresCompany(database, writer, dispatcher);
  }

  @Bean
  TemporalConnection temporal(Settings settings, MeterRegistry meters) {
    return new TemporalConnection(
        settings.temporal(), HistoryFormat.encrypted(settings.encryption().keys()), meters);
  }

  @Bean
  FirstStart firstStart(
      Accounts accounts,
      PasswordEncoder passwords,
      Settings settings,
      Automations automations,
      Publications publications) {
    return new FirstStart(
        accounts,
        passwords,
        new FirstLoginFile(settings.firstLoginFile()),
        new FirstExample(automations, publications));
  }

  @Bean
  Sweeps sweeps(Sweep runs, OverdueSweep tasks, FailureSweep failures, OldDeliveries deliveries) {
    return new Sweeps(runs, tasks, failures, deliveries);
  }

  @Bean
  Parts parts(
      Settings settings,
      Database database,
      FirstStart firstStart,
      TemporalConnection temporal,
      Processes processes,
      OrderBell orders,
      PostgresIndex index,
      Subscriptions subscriptions,
      TypeSightings sightings,
      CarrierWatch watch,
      RunWorkers workers,
      Walks walks,
      Sweeps sweeps) {
    Reasons reasons = new Reasons(settings);
    Part store =
        new Part(
            "database", reasons, new BringUp(() -> prepare(settings, firstStart), database::check));
    Part engine = new Part("temporal", reasons, temporal::check);
    Part lease =
        new Part(
            "lease",
            reasons,
            new BringUp(
                () -> {
                  orders.start();
                  sightings.start();
                  Thread.startVirtualThread(() -> subscriptions.read(index.published()));
                },
                processes::renew,
                store));
    Part carrier =
        new Part("carrier", reasons, new BringUp(watch::start, watch::check, lease, engine));
    List<Part> parts = new ArrayList<>(List.of(store, engine, lease, carrier));
    if (settings.role().walks()) {
      parts.add(new Part("workers", reasons, new BringUp(workers::start, workers::check, carrier)));
    }
    if (settings.role().sweeps()) {
      parts.add(new Part("sweep", reasons, new BringUp(sweeps::start, sweeps::check, carrier)));
    }
    return new Parts(
        parts,
        () -> {
          walks.stop();
          workers.close();
          walks.close();
        });
  }

  /// The schema as this version has it, and in a new house its first tenant and person.
  private static void prepare(Settings settings, FirstStart firstStart) {
    new Migrations(settings.database()).run();
    if (settings.role().serves()) {
      firstStart.run();
    }
  }
}
