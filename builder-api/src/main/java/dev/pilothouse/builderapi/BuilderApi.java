package dev.pilothouse.builderapi;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// All of the HTTP interface, for the wiring of processes that offer it.
@Configuration(proxyBeanMethods = false)
@Import({
  Security.class,
  Problems.class,
  EventsController.class,
  RunsController.class,
  SessionController.class,
  MeController.class,
  Page.class,
  HealthController.class
})
public class BuilderApi {}
