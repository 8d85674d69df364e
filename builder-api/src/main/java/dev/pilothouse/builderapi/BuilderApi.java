package dev.pilothouse.builderapi;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All of the HTTP interface, for the wiring of processes that offer it.
@Configuration(proxyBeanMethods = false)
@Import({
  Security.class,
  Problems.class,
  BodyLimit.class,
  IntakeController.class,
  EventsController.class,
  RefusalsController.class,
  EventTypesController.class,
  StreamPlaces.class,
  EventStreamController.class,
  RunsController.class,
  RunStepsController.class,
  RunStreamController.class,
  RerunController.class,
  RunOrdersController.class,
  EffectsController.class,
  ValuesController.class,
  DefinitionText.class,
  AutomationsController.class,
  ActionsController.class,
  GlancesController.class,
  DraftController.class,
  ValidateController.class,
  DryRunController.class,
  ExpressionsController.class,
  FunctionsController.class,
  PublishController.class,
  StandingController.class,
  RecordsController.class,
  NotificationsController.class,
  VersionsController.class,
  DiffController.class,
  CloneController.class,
  StartController.class,
  VerdictsController.class,
  HoldController.class,
  SignInThrottle.class,
  SessionController.class,
  MeController.class,
  OwnSessionsController.class,
  KeysController.class,
  CompanyController.class,
  ActorsController.class,
  LogBook.class,
  OverviewController.class,
  StartersController.class,
  Page.class,
  HealthController.class
})
public class BuilderApi {
  @Bean
  Patience patience() {
    return Patience.USUAL;
  }
}
