package dev.pilothouse.app;

import dev.pilothouse.spi.Desk;
import dev.pilothouse.spi.Notifications;
import dev.pilothouse.spi.OverdueTasks;
import dev.pilothouse.spi.Records;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.JournalWriter;
import dev.pilothouse.stores.PostgresDesk;
import dev.pilothouse.stores.PostgresNotifications;
import dev.pilothouse.stores.PostgresOverdueTasks;
import dev.pilothouse.stores.PostgresRecords;
import dev.pilothouse.stores.PostgresUntoldFailures;
import dev.pilothouse.triggers.Dispatcher;
import dev.pilothouse.triggers.FailureSweep;
import dev.pilothouse.triggers.HeldFlag;
import dev.pilothouse.triggers.OverdueSweep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Records of our own, as people and programs read and change them, and what people are told.
@Configuration(proxyBeanMethods = false)
class RecordsWiring {
  @Bean
  Desk desk(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresDesk(database, writer, dispatcher);
  }

  @Bean
  Records records(Database database) {
    return new PostgresRecords(database);
  }

  @Bean
  Notifications notifications(Database database) {
    return new PostgresNotifications(database);
  }

  @Bean
  FailureSweep failureSweep(Database database) {
    return new FailureSweep(new PostgresUntoldFailures(database));
  }

  @Bean
  OverdueTasks overdueTasks(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresOverdueTasks(database, writer, dispatcher);
  }

  @Bean
  OverdueSweep overdueSweep(OverdueTasks tasks, HeldFlag held) {
    return new OverdueSweep(tasks, held);
  }
}
