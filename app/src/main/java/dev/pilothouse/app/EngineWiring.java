package dev.pilothouse.app;

import dev.pilothouse.actions.BuiltInActions;
import dev.pilothouse.actions.schema.AuthorsSchemas;
import dev.pilothouse.activities.WalkActivitiesImpl;
import dev.pilothouse.activities.Walks;
import dev.pilothouse.chain.Chains;
import dev.pilothouse.chain.DefinitionReader;
import dev.pilothouse.chain.EventCatalogue;
import dev.pilothouse.chain.TypeCheck;
import dev.pilothouse.spi.Actions;
import dev.pilothouse.spi.Actors;
import dev.pilothouse.spi.Automations;
import dev.pilothouse.spi.BornRuns;
import dev.pilothouse.spi.CarriedRuns;
import dev.pilothouse.spi.Carrier;
import dev.pilothouse.spi.Control;
import dev.pilothouse.spi.EventTypes;
import dev.pilothouse.spi.FollowedRuns;
import dev.pilothouse.spi.Glances;
import dev.pilothouse.spi.Handover;
import dev.pilothouse.spi.Hold;
import dev.pilothouse.spi.Intake;
import dev.pilothouse.spi.Journal;
import dev.pilothouse.spi.Ledger;
import dev.pilothouse.spi.Overview;
import dev.pilothouse.spi.Processes;
import dev.pilothouse.spi.Publications;
import dev.pilothouse.spi.Reruns;
import dev.pilothouse.spi.Runs;
import dev.pilothouse.spi.Verdicts;
import dev.pilothouse.stores.Database;
import dev.pilothouse.stores.JournalWriter;
import dev.pilothouse.stores.OrderBell;
import dev.pilothouse.stores.PostgresActors;
import dev.pilothouse.stores.PostgresAutomations;
import dev.pilothouse.stores.PostgresCarriedRuns;
import dev.pilothouse.stores.PostgresCarrier;
import dev.pilothouse.stores.PostgresControl;
import dev.pilothouse.stores.PostgresDeliveries;
import dev.pilothouse.stores.PostgresEventTypes;
import dev.pilothouse.stores.PostgresGlances;
import dev.pilothouse.stores.PostgresIndex;
import dev.pilothouse.stores.PostgresJournal;
import dev.pilothouse.stores.PostgresLedger;
import dev.pilothouse.stores.PostgresOverview;
import dev.pilothouse.stores.PostgresProcesses;
import dev.pilothouse.stores.PostgresPublications;
import dev.pilothouse.stores.PostgresReruns;
import dev.pilothouse.stores.PostgresRuns;
import dev.pilothouse.stores.PostgresVerdicts;
import dev.pilothouse.stores.RunWatch;
import dev.pilothouse.triggers.CarrierWatch;
import dev.pilothouse.triggers.Dispatcher;
import dev.pilothouse.triggers.HeldFlag;
import dev.pilothouse.triggers.JournaledIntake;
import dev.pilothouse.triggers.OldDeliveries;
import dev.pilothouse.triggers.Reconciler;
import dev.pilothouse.triggers.StartsByName;
import dev.pilothouse.triggers.Subscriptions;
import dev.pilothouse.triggers.Sweep;
import dev.pilothouse.triggers.TemporalHold;
import dev.pilothouse.triggers.TypeSightings;
import dev.pilothouse.triggers.WorkflowStarts;
import dev.pilothouse.workers.temporal.RunWorkers;
import dev.pilothouse.workers.temporal.TemporalConnection;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The engine: from an event at the door to an effect and its record.
@Configuration(proxyBeanMethods = false)
class EngineWiring {
  @Bean
  Processes processes(Database database) {
    return new PostgresProcesses(database);
  }

  @Bean
  Chains chains() {
    return new Chains();
  }

  @Bean
  Actions actions(Settings settings) {
    return new BuiltInActions(settings.actions());
  }

  @Bean
  EventCatalogue eventTypes() {
    return EventCatalogue.standard();
  }

  @Bean
  DefinitionReader definitions(Actions actions, EventCatalogue eventTypes) {
    CatalogueOfActions catalogue = new CatalogueOfActions(actions);
    return new DefinitionReader(catalogue, new TypeCheck(eventTypes, catalogue));
  }

  @Bean
  Automations automations(Database database) {
    return new PostgresAutomations(database);
  }

  @Bean
  PostgresIndex index(Database database) {
    return new PostgresIndex(database);
  }

  @Bean
  Subscriptions subscriptions(PostgresIndex index, Chains chains) {
    return new Subscriptions(index, chains);
  }

  @Bean
  EventTypes seenTypes(Database database) {
    return new PostgresEventTypes(database);
  }

  @Bean
  TypeSightings typeSightings(EventTypes types, EventCatalogue catalogue) {
    return new TypeSightings(types, catalogue);
  }

  /// Runs are born claimed where they can be walked.
  @Bean
  JournalWriter journalWriter(
      Subscriptions subscriptions,
      Settings settings,
      Processes processes,
      TypeSightings sightings) {
    return new JournalWriter(
        subscriptions,
        settings.role().walks() ? Optional.of(processes.me()) : Optional.empty(),
        sightings);
  }

  @Bean
  PostgresJournal journal(
      Database database, JournalWriter writer, Dispatcher dispatcher, MeterRegistry meters) {
    PostgresJournal journal = new PostgresJournal(database, writer, dispatcher);
    journal.reportTo(meters);
    return journal;
  }

  @Bean
  Runs runs(Database database) {
    return new PostgresRuns(database);
  }

  @Bean
  Verdicts verdicts(Database database) {
    return new PostgresVerdicts(database);
  }

  @Bean
  Handover handover(Chains chains) {
    return new StartsByName(chains, new AuthorsSchemas());
  }

  @Bean
  FollowedRuns followedRuns(Database database) {
    return new RunWatch(database);
  }

  @Bean
  Glances glances(Database database) {
    return new PostgresGlances(database);
  }

  @Bean
  Actors actors(Database database) {
    return new PostgresActors(database);
  }

  @Bean
  Overview overview(Database database) {
    return new PostgresOverview(database);
  }

  @Bean
  PostgresLedger ledger(
      Database database,
      Processes processes,
      JournalWriter writer,
      Dispatcher dispatcher,
      Handover handover) {
    return new PostgresLedger(database, processes.me(), writer, dispatcher, handover);
  }

  @Bean
  Control control(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresControl(database, writer, dispatcher);
  }

  @Bean
  Reruns reruns(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresReruns(database, writer, dispatcher);
  }

  @Bean
  Publications publications(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresPublications(database, writer, dispatcher);
  }

  @Bean
  BornRuns bornRuns() {
    return new BornRuns();
  }

  @Bean
  WorkflowStarts workflowStarts(TemporalConnection temporal) {
    return new WorkflowStarts(temporal.client());
  }

  @Bean
  HeldFlag heldFlag() {
    return new HeldFlag();
  }

  @Bean
  Dispatcher dispatcher(WorkflowStarts starts, BornRuns born, HeldFlag held, Settings settings) {
    return new Dispatcher(starts, born, held, settings.role().walks());
  }

  @Bean
  Carrier carrier(Database database, JournalWriter writer, Dispatcher dispatcher) {
    return new PostgresCarrier(database, writer, dispatcher);
  }

  @Bean
  CarriedRuns carriedRuns(Database database, Processes processes) {
    return new PostgresCarriedRuns(database, processes.me());
  }

  @Bean
  CarrierWatch carrierWatch(
      Carrier carrier,
      CarriedRuns runs,
      Dispatcher dispatcher,
      WorkflowStarts starts,
      TemporalConnection temporal,
      Walks walks,
      HeldFlag held) {
    Reconciler reconciler =
        new Reconciler(runs, dispatcher, starts, temporal.client(), walks::underWay);
    return new CarrierWatch(carrier, runs, reconciler, temporal.client(), held);
  }

  @Bean
  Hold hold(Carrier carrier, CarriedRuns runs, TemporalConnection temporal) {
    return new TemporalHold(carrier, runs, temporal.client());
  }

  @Bean
  Intake intake(Journal journal) {
    return new JournaledIntake(journal);
  }

  @Bean
  Walks walks(
      Settings settings,
      Ledger ledger,
      Chains chains,
      Actions actions,
      Clock clock,
      BornRuns born,
      Dispatcher dispatcher,
      WorkflowStarts starts,
      HeldFlag held) {
    return new Walks(
        new Walks.Tools(ledger, chains, actions, clock, born, dispatcher, starts::nudge, held),
        settings.gate(),
        settings.worker().shutdownGrace());
  }

  @Bean
  OrderBell orderBell(Database database, Walks walks) {
    return new OrderBell(database, walks::ordered);
  }

  @Bean
  RunWorkers workers(Settings settings, TemporalConnection temporal, Walks walks) {
    return new RunWorkers(settings.worker(), temporal.client(), new WalkActivitiesImpl(walks));
  }

  @Bean
  Sweep sweep(
      Ledger ledger, Processes processes, Dispatcher dispatcher, Walks walks, HeldFlag held) {
    return new Sweep(ledger, processes, dispatcher, walks::underWay, held);
  }

  @Bean
  OldDeliveries oldDeliveries(Database database, Settings settings) {
    return new OldDeliveries(new PostgresDeliveries(database), settings.intake());
  }
}
