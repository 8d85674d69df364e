package dev.pilothouse.app;

import dev.pilothouse.builderapi.About;
import dev.pilothouse.builderapi.FirstLogin;
import dev.pilothouse.builderapi.HttpConfig;
import dev.pilothouse.contracts.HistoryFormat;
import dev.pilothouse.spi.Accounts;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.Processes;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.Migrations;
import dev.pilothouse.stores.OrderBell;
import dev.pilothouse.stores.PostgresAccounts;
import dev.pilothouse.stores.PostgresAutomations;
import dev.pilothouse.triggers.CarrierWatch;
import dev.pilothouse.triggers.Subscriptions;
import dev.pilothouse.triggers.Sweep;
import dev.pilothouse.workers.temporal.RunWorkers;
import dev.pilothouse.workers.temporal.TemporalConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Who is made of what: the table of contents of the house.
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(EngineWiring.class)
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
  TemporalConnection temporal(Settings settings, MeterRegistry meters) {
    return new TemporalConnection(
        settings.temporal(), HistoryFormat.encrypted(settings.encryption().keys()), meters);
  }

  @Bean
  FirstStart firstStart(
      Accounts accounts, PasswordEncoder passwords, Settings settings, Automations automations) {
    return new FirstStart(
        accounts, passwords, new FirstLoginFile(settings.firstLoginFile()), automations);
  }

  @Bean
  Parts parts(
      Settings settings,
      Database database,
      FirstStart firstStart,
      TemporalConnection temporal,
      Processes processes,
      OrderBell orders,
      PostgresAutomations automations,
      Subscriptions subscriptions,
      CarrierWatch watch,
      RunWorkers workers,
      Sweep sweep) {
    Reasons reasons = new Reasons(settings);
    Part store =
        new Part(
            "database",
            reasons,
            new BringUp(
                () -> {
                  new Migrations(settings.database()).run();
                  if (settings.role().serves()) {
                    firstStart.run();
                  }
                },
                database::check));
    Part engine = new Part("temporal", reasons, temporal::check);
    Part lease =
        new Part(
            "lease",
            reasons,
            new BringUp(
                () -> {
                  orders.start();
                  Thread.startVirtualThread(() -> subscriptions.read(automations.published()));
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
      parts.add(new Part("sweep", reasons, new BringUp(sweep::start, sweep::check, carrier)));
    }
    return new Parts(parts);
  }
}
