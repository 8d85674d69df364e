package dev.pilothouse.builderapi;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All of the HTTP interface, for the wiring of processes that offer it.
@Configuration(proxyBeanMethods = false)
@Import({
  Security.class,
  Problems.class,
  IntakeController.class,
  EventsController.class,
  StreamPlaces.class,
  EventStreamController.class,
  RunsController.class,
  RunOrdersController.class,
  EffectsController.class,
  ValuesController.class,
  AutomationsController.class,
  HoldController.class,
  SessionController.class,
  MeController.class,
  Page.class,
  HealthController.class
})
public class BuilderApi {}
