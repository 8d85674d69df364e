package dev.pilothouse.testkit;

import io.temporal.workflow.Workflow;
import java.time.Duration;

public final class PoliteGreeting implements Greeting {

  @Override
  public String greet(String name) {
    Workflow.sleep(Duration.ofMillis(1));
    return "Hello, " + name;
  }
}
